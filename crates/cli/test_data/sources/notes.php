<?php
function f($a = 1, $b) {}
echo "ran\n";
