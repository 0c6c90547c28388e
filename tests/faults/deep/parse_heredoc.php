<?php
eval("return \"".str_repeat("{\$a[\"",20000)."x".str_repeat("\"]}",20000)."\";");
