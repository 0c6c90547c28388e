<?php
declare(strict_types=1);
function two(int $first, string $second) {}
function from(?int $first, $second, array $third) {}
class Three {
    public function method(int $first, int ...$rest) {}
    public static function of(self $first, callable $second) {}
}
$calls = [
    fn() => two(1),
    fn() => two("1"),
    fn() => two(),
    fn() => two(1, 2),
    fn() => from("x", 2),
    fn() => from(null, 2),
    fn() => from(third: [], first: "y"),
    fn() => from(third: [], second: 1),
    fn() => (new Three)->method(),
    fn() => Three::of(1),
    fn() => Three::of(new Three),
    fn() => call_user_func('two', "1"),
];
foreach ($calls as $at => $call) {
    try {
        $call();
        echo "$at: nothing\n";
    } catch (Error $e) {
        echo $at, ': ', get_class($e), ': ', preg_replace('~ in \S+ on~', ' on', $e->getMessage()), ' at ', $e->getLine(), "\n";
    }
}
