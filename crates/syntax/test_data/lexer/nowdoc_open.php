<?php <<<'A'
b $c
 d
  AA