<?php

define('FOO', "Hello World\n");
echo FOO;

$x = 1 + 2;
if ($x == 3) {
  echo "X is three\n";
} else {
  echo "X is not three\n";
}
