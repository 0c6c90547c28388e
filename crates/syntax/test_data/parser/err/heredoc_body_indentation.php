<?php
echo <<<X
  a
 b
  X;
