<?php <<<A
b $c
 d
  