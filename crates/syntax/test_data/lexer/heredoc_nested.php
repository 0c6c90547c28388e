<?php
<<<A
  a {$b[<<<B
    c {$d(<<<'C'
      e
      C)} f
    B]} g
  A . h;
