<?php
function f($a,$b){ $x=[1,2];
usort($x,"f");
return 0;
} $x=[1,2];
usort($x,"f");
