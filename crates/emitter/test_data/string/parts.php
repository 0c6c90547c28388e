<?php
function f($a, $b) { return "$a and {$b['k']} of $b[1]" . "only $a" . "$a" . `ls $a`; }
