<?php <<<A
  a
  b

  A; <<<'A'  a
  b
  A; <<<A
  a
  A;
