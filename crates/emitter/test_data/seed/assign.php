<?php
$a = "hello world";
echo $a;
