<?php
var_dump(preg_match("/(a+)+$/",str_repeat("a",40)."b"));
var_dump(@preg_match("/".str_repeat("(",50000).str_repeat(")",50000)."/",""));
var_dump(preg_match("/^(?:a|b)*$/",str_repeat("ab",200000)));
