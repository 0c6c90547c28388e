<?php
$a = ["1" => "a", 1.7 => "b", true => "c", "01" => "d", null => "e", -5 => "f"];
$a[] = "g";
var_dump($a);
var_dump(isset($a["01"]), isset($a["none"]), empty($a[""]), $a["none"] ?? "default");
[$x, [, $y]] = [1, [2, 3]];
["k" => $z] = ["k" => 4];
echo "$x $y $z\n";
