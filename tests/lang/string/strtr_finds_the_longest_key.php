<?php
class Text { function __construct(private string $text) {} function __toString(): string { echo "asked\n"; return $this->text; } }
var_dump(strtr('Hi all, I said', ['Hi' => 'Hello', 'Hello' => 'Hi', 'a' => 'A', 'said' => new Text('wrote')]));
var_dump(strtr('1 12 123 -5 007', [1 => 'one', 12 => 'twelve', -5 => 'minus', '007' => 'Bond', 0 => 'zero']));
var_dump(strtr('abc', ['z', 'y', 'x']), strtr('012', ['z', 'y', 'x']));
var_dump(strtr('abc', ['' => 'nothing', 'b' => 'B']), strtr('abc', ['' => 'nothing']));
$long = str_repeat('k', 70);
var_dump(strtr("<{$long}k><$long>", [$long => 'seventy', "{$long}k" => 'one more', '<' => '(', 'unfit' . str_repeat($long, 9) => '']));
var_dump(strtr('none', ['longer than it' => 'x', 'quite as long' => 'y']));
var_dump(strtr('abab', ['ab' => '']), strtr('abab', ['a' => '', 'b' => '']));
var_dump(strtr('aXbX', ['X' => 5]), strtr('aXbY', ['X' => 5, 'Y' => 1.5]));
$many = [];
for ($i = 0; $i < 40; $i++) {
    $many["{k$i}"] = "v$i";
}
var_dump(strtr('{k1}{k39}{k40}{k0}', $many));
unset($many['{k39}']);
var_dump(strtr('{k1}{k39}{k40}{k0}', $many));
