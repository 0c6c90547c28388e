<?php
eval("return ".str_repeat("1?:(",100000)."1".str_repeat(")",100000).";");
