<?php
<<<A
  {$a[(real)1]} b
  A . <<<A
  {$a[1 ] ]} b
  A . <<<A
  {$a[/* ]} b
  A;