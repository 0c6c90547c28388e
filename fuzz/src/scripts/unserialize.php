<?php
// Reads a value and goes through it; what is written of it reads as the same.
function visit(mixed $value, int $depth = 0): void {
    if ($depth > 3) return;
    if (is_object($value)) {
        if (is_countable($value)) count($value);
        if (method_exists($value, "__clone") || $depth === 0) visit(clone $value, $depth + 1);
    }
    if (!is_array($value) && !$value instanceof Iterator && !$value instanceof IteratorAggregate) return;
    $left = 20;
    foreach ($value as $element) {
        visit($element, $depth + 1);
        if (--$left === 0) break;
    }
}

function unserialized(string $input): ?string {
    try {
        $value = @unserialize($input);
        if ($value === false) return null;
        @print_r($value, true);
        $first = @serialize($value);
        $second = @serialize(@unserialize($first));
        $third = @serialize(@unserialize($second));
        if ($second !== $third) return "not the same:\n$first\n$second\n$third\n";
        @visit($value);
    } catch (Throwable) {
    }
    return null;
}
