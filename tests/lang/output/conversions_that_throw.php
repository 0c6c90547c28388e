<?php
// What a conversion throws does not end the reading of a format, nor what printf() writes.
class Bad
{
    public function __toString(): string { echo '<text>'; throw new Exception('from text'); }
}

function attempt(callable $run): void
{
    try {
        $run();
    } catch (Throwable $e) {
        do {
            echo get_class($e), ': ', $e->getMessage(), '; ';
        } while ($e = $e->getPrevious());
    }
    echo "\n";
}

foreach (['%s', '[%s %s]', '%s %', '%s %q', '%s %1000000000000s', '%s %3$s', '[%s %2$s %s]'] as $format) {
    attempt(fn() => printf($format, new Bad, 'x'));
    attempt(fn() => vprintf($format, [new Bad]));
    attempt(fn() => print(sprintf($format, new Bad, new Bad)));
}
set_error_handler(fn($level, $text) => throw new Exception($text));
attempt(fn() => printf('[%d %s %5.1f]', new Bad, 'x', 1.25));
attempt(fn() => printf('[%s %s %d]', [1], [2], [3]));
attempt(fn() => printf('[%d %s %d %s]', new Bad, [2], [], null));
