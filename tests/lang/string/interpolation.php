<?php
$name = "Jive";
$list = ["a" => ["b" => "deep"], 3 => "three"];
echo "Hello $name, {$list['a']['b']} $list[3]\n";
echo <<<TEXT
    indented $name
      more
    TEXT . "\n";
$s = "abc";
echo $s[0], $s[-1], "\n";
$s .= "def";
$s[1] = "X";
echo $s, " ", strlen($s), "\n";
echo 1.0, " ", 0.1 + 0.2, " ", 1e100, " ", -0.0, " ", 1/3, "\n";
