<?php
echo strlen(eval("return ".str_repeat("'a'.\$x.",100000)."1;"));
