<?php
// PHP has max() and min() of two values twice: for calls that name them in code, and for all others. They
// differ where values are equal or cannot be compared.

namespace Elsewhere {
    function named($x, $y): string { return \json_encode([max($x, $y), min($x, $y)]); }
}

namespace {
    class Text
    {
        public function __construct(private string $text) {}
        public function __toString(): string { echo $this->text, ' '; return $this->text; }
    }

    function told(...$values): void
    {
        $told = fn($value) => preg_replace('/\s+/', '', var_export($value, true));
        echo implode(' ', array_map($told, $values)), "\n";
    }

    $pairs = [
        [1, 2], [1, 1.0], [1.0, 1], [0.0, -0.0], [-0.0, 0.0], [1, '1'], ['1', '01'], [true, 1], [null, false],
        [[1], ['a' => 1]], [['a' => 1], [1]], [[1, 2], [1, 2]], ['a', 'b'], [NAN, 1], [1, NAN], [NAN, 1.5],
        [PHP_INT_MAX, (float) PHP_INT_MAX], ['a', 0], [0, 'a'], [[], null],
    ];
    foreach ($pairs as [$x, $y]) {
        $f = 'max';
        $g = 'min';
        told(max($x, $y), $f($x, $y), call_user_func('max', $x, $y), max(...[$x, $y]), array_map('max', [$x], [$y])[0]);
        told(min($x, $y), $g($x, $y), call_user_func('min', $x, $y), min(...[$x, $y]), (min(...))($x, $y));
        told(array_reduce([$y], 'max', $x), (new ReflectionFunction('min'))->invoke($x, $y));
        if (!is_float($x) && !is_float($y)) {
            echo Elsewhere\named($x, $y), "\n";
        }
    }

    [$x, $y] = [new Text('x'), new Text('x')];
    told(max($x, 'x') === 'x', min($x, 'x') === 'x', $f($x, 'x') === 'x', $g($x, 'x') === 'x');
    told(max(max([1], ['a' => 1]), $f([1], ['a' => 1])));
    told($f(max([1], ['a' => 1]), [2, 3]), max(1 ? [1] : [2], $x ? ['a' => 1] : 2));
}
