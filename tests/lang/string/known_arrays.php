<?php
// An array that is known is made a string before the operator that joins it is reached, and variables
// are read there.
class Text
{
    public function __toString(): string { echo '<text>'; return 'T'; }
}
set_error_handler(function ($level, $message) use (&$a) {
    echo "<$message>";
    $a = 'changed';
    return true;
});
$o = new Text;
$a = 'as it was';
echo $a . [1, 'k' => [2]], "\n";
$a = 'as it was';
echo $a . [$o], "\n";
echo $o . [], "\n";
echo $o . [$o], "\n";
echo [1] . $o . [2] . $o, "\n";
$a = 'as it was';
$a .= [1];
echo $a, "\n";
echo "$o" . [1], "\n";
$a = 'as it was';
echo [1] . $a, "\n";
$a = 'as it was';
echo [1] . [2] . $a . $o, "\n";
