<?php
// Programs of typed loops, which become machine code: what they print depends on values alone.

class O
{
    public $p = 1;
    public int $q = 0;
    public ?O $next = null;
    public function m($x) { $this->q++; return $this->p; }
    public static function s($x) { return $x; }
}

function begin(): void
{
    set_error_handler(function ($level, $message) {
        static $said = 0;
        if ($said++ < 2000) echo '!', $message, "\n";
        return true;
    });
}

function h($x, $y)
{
    if ($x === $y) return $x;
    return is_int($x) ? $y : $x;
}

function typed(int $x, float $y): float
{
    return $x + $y;
}

function by(&$x, $y)
{
    $x = $y;
}

function text($value): string
{
    return is_array($value) ? '[' . implode(',', array_map('text', array_slice($value, 0, 6))) . ']'
        : (is_object($value) ? get_class($value) : var_export($value, true));
}

/** Runs a body with arguments of several types. */
function drive(callable $body, array $arguments): void
{
    foreach ([3, 30, 90] as $turns) {
        foreach ($arguments as $of) {
            try {
                $body($of[0], $of[1], $of[2], $turns, new O);
            } catch (Throwable $thrown) {
                $text = $thrown->getMessage();
                echo get_class($thrown), ': ', str_starts_with($text, 'Unsupported') ? 'operands' : $text, "\n";
            }
        }
    }
}

