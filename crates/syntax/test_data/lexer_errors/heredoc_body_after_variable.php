<?php <<<A
  a $b
 c
  A;