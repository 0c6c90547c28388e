<?php
// Matches behind a callback that throws are counted.
$throwing = function ($match) { echo "<$match[0]>"; throw new Exception('thrown'); };
foreach (['/[a-c]/', ['/a/', '/b/']] as $pattern) {
    foreach ([-1, 1, 2] as $limit) {
        foreach (['abcabc', ['abc', 'aaa']] as $subject) {
            $count = null;
            try {
                preg_replace_callback($pattern, $throwing, $subject, $limit, $count);
            } catch (Exception $e) {
                echo $e->getMessage(), ' ', var_export($count, true), "\n";
            }
            $count = null;
            try {
                preg_replace_callback_array(['/b/' => $throwing, '/c/' => fn() => ''], $subject, $limit, $count);
            } catch (Exception $e) {
                echo $e->getMessage(), ' ', var_export($count, true), "\n";
            }
        }
    }
}
class Bad
{
    public function __toString(): string { throw new Exception('from text'); }
}
try {
    preg_replace_callback('/a/', fn() => new Bad, 'abcabc', -1, $count);
} catch (Exception $e) {
    echo $e->getMessage(), ' ', var_export($count, true), "\n";
}
