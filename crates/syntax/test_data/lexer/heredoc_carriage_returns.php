<?php<<<Ab c A;
<<<B
d
  B;
<<<'C'
e
C;