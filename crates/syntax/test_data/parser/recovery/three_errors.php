<?php
$a = ;
echo 1;
$b = [1, 2;
echo 2;
foo(;
echo 3;
