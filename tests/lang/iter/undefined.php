<?php set_error_handler(function($l,$m){ echo "  W:$m\n"; return true;});
function e() { foreach ($a as &$v) { } foreach ($b as $k => &$v) {} }
e();

function f() { $a = [1]; foreach ($c as $k => &$v) { echo $k, ' '; $c = $a; } unset($v); }
function g() { $a = [1]; foreach ($c as $k => &$v) { echo $k, ' '; } unset($v); $x = &$c[2]; }
function h() { foreach ($a as $k => &$v) { foreach ($a as $l => &$w) { echo $l; } unset($w); } unset($v); }
function i() { $n=0; foreach ($a as $k => &$v) { if (++$n > 120) break; echo $k; } }
f(); g(); h(); i();
