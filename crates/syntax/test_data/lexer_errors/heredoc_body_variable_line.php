<?php <<<A
  a
$a
  A;