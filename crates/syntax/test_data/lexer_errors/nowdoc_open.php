<?php <<<'A'
  a
 b
  c