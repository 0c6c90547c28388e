<?php
eval("return ".str_repeat("fn()=>",100000)."1;");
