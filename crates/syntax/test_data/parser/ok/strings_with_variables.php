<?php
"a $b c";
"$a[0] $a[-1] $a[-0] $a[01] $a[key] $a[$i] $a->b $a?->b $a->b->c $a[99999999999999999999]";
"{$a['b']['c']} {$a->b()} ${a} ${a[1]} ${a . 'b'}";
<<<X
  plain
  $a
    indented {$b}
  X;
<<<'X'
no $variable \n
X;
<<<X
X;
`ls $dir`;
`ls`;
``;
