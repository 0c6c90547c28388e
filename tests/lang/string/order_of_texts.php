<?php
$v = ['', '0', '1', '10', '9', '1e1', ' 1', '1 ', 'a', 'A', 'b', 'ab', "\0", '-1', '.5', '0.50', '1e1000', '-1e1000', '9223372036854775807', '9223372036854775808', 'nan', 'é'];
$o = '';
foreach ($v as $a) foreach ($v as $b) {
    if ($a < $b) $o .= '<'; if ($a <= $b) $o .= 'l'; if ($a > $b) $o .= '>'; if ($a >= $b) $o .= 'g'; if ($a == $b) $o .= '='; if ($a != $b) $o .= '!'; $o .= $a <=> $b;
    $o .= (int)($a < $b) . (int)($a >= $b) . (int)($a == $b . '');
}
echo md5($o), ' ', strlen($o), "\n", substr($o, 0, 400), "\n";
function lex($s) { $n = strlen($s); $u = 0; for ($i = 0; $i < $n; $i++) { $c = $s[$i]; if ($c >= 'A' && $c <= 'Z') $u++; elseif ($c >= '0' && $c <= '9') $u += 2; else if ($c > 'a') $u += 3; } return $u; }
echo lex(str_repeat("abCD12 _", 50)), "\n";
