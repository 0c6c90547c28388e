<?php
// A conversion that throws does not keep str_replace() from counting on; strtr() converts its only
// replacement first.

class Throws { public function __toString(): string { echo 'text '; throw new Exception('thrown'); } }

set_error_handler(function ($level, $text) { echo "<$text> "; });

function counted(callable $call): void
{
    $count = 'before';
    try {
        var_dump($call($count));
    } catch (Throwable $thrown) {
        echo $thrown->getMessage(), ' ';
    }
    var_dump($count);
}

counted(fn(&$count) => str_ireplace([], [], [new Throws, 'b', 2], $count));
counted(fn(&$count) => str_replace([], [], [new Throws, [], new Throws], $count));
counted(fn(&$count) => str_replace(['a'], [new Throws], ['a', 'b', 2, 'aa'], $count));
counted(fn(&$count) => str_replace(['a', new Throws, 'c'], 'x', ['abc', 'cc'], $count));
counted(fn(&$count) => str_replace(['a', new Throws, 'x'], ['x', new Throws], 'aaa', $count));
counted(fn(&$count) => str_ireplace(new Throws, 'x', 'aaa', $count));

$strtr = 'strtr';
foreach ([[new Throws], ['none' => new Throws], ['' => new Throws], [new Throws, new Throws]] as $pairs) {
    try {
        var_dump($strtr('a', $pairs));
    } catch (Exception $thrown) {
        echo $thrown->getMessage(), "\n";
    }
}
