<?php
<<<A
A;
<<<A
text
A . <<<"B"
$a b
 {$c["d"]}
\{$e} \$f $g[0] $h->i
Bx
 B_
B
 <<<'C'
$a {$b}
C;
<<< 	D
  indented $a
    more

  D . <<<'E'
	x
	E;
b<<<F
F
