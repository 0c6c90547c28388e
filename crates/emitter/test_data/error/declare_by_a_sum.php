<?php
declare(encoding='a'
  . 'b');
declare(ticks=1
  . 2);
declare(ticks=
  0 + 1);
