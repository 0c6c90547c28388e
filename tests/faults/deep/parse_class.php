<?php
eval(str_repeat("new class { function f() {",20000).str_repeat("}};",20000));
