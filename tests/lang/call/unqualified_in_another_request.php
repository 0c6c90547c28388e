<?php
namespace A;
function early() { try { return 'there: ' . late('x'); } catch (\Error $e) { return $e->getMessage(); } }
echo early(), "\n";
if (true) { function late($x) { return $x; } }
echo early(), "\n";
