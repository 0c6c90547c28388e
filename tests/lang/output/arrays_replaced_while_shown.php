<?php
// What is behind a reference may be replaced while it is shown; whoever goes through it keeps it.
// PHP reads freed memory in some of these, so that nothing is said of what it prints.

class Replaces
{
    public function __construct(private $replace) {}
    public function __debugInfo() { ($this->replace)(); return ['shown' => [1, 2]]; }
    public function __serialize(): array { ($this->replace)(); return [1, 2]; }
    public function jsonSerialize(): mixed { ($this->replace)(); return [1, 2]; }
    public function __toString(): string { ($this->replace)(); return 'text'; }
}

final class Told extends Replaces implements JsonSerializable {}

/** An array in another, which its first element replaces. */
function replacing(&$array): array
{
    $replace = function () use (&$array) { $array = [9]; };
    $told = new Told($replace);
    $array = [$told, 1, 2.5, true];
    return [&$array, $told];
}

/** What is printed differs with what is left in freed memory by others. */
function quiet(string $what, callable $run): void
{
    ob_start();
    try {
        $run();
    } catch (Error) {
        // PHP may find a mark of its own in freed memory.
    } finally {
        ob_end_clean();
    }
    echo $what, "\n";
}

quiet('print_r', function () { $a = replacing($x); print_r($a); });
quiet('print_r of a text', function () { $a = replacing($x); strlen(print_r([$a, $a], true)); });
quiet('var_dump', function () { $a = replacing($x); var_dump($a); });
quiet('var_export', function () { $a = replacing($x); var_export($a); });
quiet('debug_zval_dump', function () { $a = replacing($x); debug_zval_dump($a); });
quiet('serialize', function () { $a = replacing($x); serialize($a); });
quiet('json_encode', function () { $a = replacing($x); json_encode($a); });
quiet('implode', function () { $a = replacing($x); implode(',', $x); });

set_error_handler(function () use (&$names) { $names = [str_repeat('other', 3)]; });
quiet('compact', function () use (&$names) {
    $names = [str_repeat('none', 3), str_repeat('none', 4), [str_repeat('none', 5)]];
    compact([&$names, 'b']);
});
quiet('count', function () use (&$names) {
    $names = [[1, 2], str_repeat('none', 4)];
    $names[] = &$names;
    $names[] = [3];
    count([&$names], COUNT_RECURSIVE);
});
restore_error_handler();
