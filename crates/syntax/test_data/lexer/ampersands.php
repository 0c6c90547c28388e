<?php
&$a & $a &...$b & ...$b & .. & a & /* c */ $a & // d
 $a & # e
 $a & #[x] $a &#
 not in a comment for the tokens
 $a & /* open $a