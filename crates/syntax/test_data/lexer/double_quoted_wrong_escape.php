<?php "a
b\u{zz}
c
d" 1 "a
\u{110000}
$b" 2 "\u{41}
" 3;
4