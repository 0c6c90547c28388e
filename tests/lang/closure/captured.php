<?php
function p() { $a=[1,2,3]; $g = function($x) use (&$a) { $a=[9]; return 1; }; $g(1); echo count($a), ' '; $g2 = function($x) use (&$a) { $a=$x; }; $g2([1,2]); echo count($a), ' '; $g3 = function() use (&$a) { $a='s'; }; $g3(); echo json_encode($a), ' '; }
for ($i=0;$i<400;$i++) { p(); }
