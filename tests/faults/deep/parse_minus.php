<?php
eval("return ".str_repeat("- ",200000)."1;");
