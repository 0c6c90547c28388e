<?php
$a = ;
echo 1;
$b = [1, 2;
