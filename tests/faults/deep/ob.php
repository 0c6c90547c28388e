<?php
function f($s){ return $s;
} for($i=0;$i<20000;$i++) ob_start("f");
echo "x";
