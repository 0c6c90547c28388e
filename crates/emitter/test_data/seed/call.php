<?php
foo("hello!");
function foo ($str) {
  echo "foo is called with $str\n";
}
