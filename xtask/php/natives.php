<?php
// Builtins under PHP, for comparison. Reads frames from standard input: a decimal length, a line
// end, as many bytes. A frame `? name` asks for the signature of a function; any other is a line of
// a table of calls: assignments, then a call. Answers each with a frame: the signature, or the
// result, the variables, the warnings and the output.
error_reporting(E_ALL);
$reports = '';
set_error_handler(function (int $level, string $message) use (&$reports): bool {
    $reports .= ($level & (E_DEPRECATED | E_USER_DEPRECATED) ? ' D(' : ' W(') . "$message)";
    return true;
});

function show_string(string $text): string {
    $shown = '';
    for ($i = 0; $i < strlen($text); $i++) {
        $byte = $text[$i];
        $shown .= match (true) {
            $byte === '"', $byte === '\\' => "\\$byte",
            $byte >= ' ' && $byte <= '~' => $byte,
            default => sprintf('\x%02x', ord($byte)),
        };
    }
    return "\"$shown\"";
}

function show(mixed $value): string {
    if (is_array($value)) {
        $elements = [];
        foreach ($value as $key => $element) {
            $elements[] = (is_int($key) ? $key : show_string($key)) . ' => ' . show($element);
        }
        return '[' . implode(', ', $elements) . ']';
    }
    return match (true) {
        is_null($value) => 'null',
        is_string($value) => show_string($value),
        is_float($value), is_int($value), is_bool($value) => show_plain($value),
        default => 'object',
    };
}

function show_plain(int|float|bool $value): string {
    return $value === PHP_INT_MIN ? '-9223372036854775808' : var_export($value, true);
}

function signature(string $name): string {
    $function = new ReflectionFunction($name);
    $parameters = [];
    foreach ($function->getParameters() as $parameter) {
        $shown = $parameter->hasType() ? $parameter->getType() . ' ' : '';
        $shown .= ($parameter->isPassedByReference() ? '&' : '');
        $shown .= ($parameter->isVariadic() ? '...' : '') . '$' . $parameter->getName();
        if ($parameter->isOptional() && !$parameter->isVariadic()) {
            $default = $parameter->isDefaultValueAvailable() ? $parameter->getDefaultValue() : null;
            $is_known = $parameter->isDefaultValueAvailable() && !is_object($default);
            $shown .= ' = ' . ($is_known ? show($default) : '?');
        }
        $parameters[] = $shown;
    }
    return "$name(" . implode(', ', $parameters) . '): ' . $function->getReturnType();
}

function answer(string $__line): string {
    global $reports;
    $reports = '';
    $__parts = explode('; ', $__line);
    $__call = array_pop($__parts);
    ob_start();
    try {
        eval(implode('; ', $__parts) . ';');
        $__shown = show(eval("return $__call;"));
    } catch (Throwable $__thrown) {
        $__shown = get_class($__thrown) . ': ' . $__thrown->getMessage();
    }
    $__output = ob_get_clean();
    $__variables = get_defined_vars();
    ksort($__variables);
    foreach ($__variables as $__name => $__value) {
        if (!str_starts_with($__name, '__') && $__name !== 'reports') {
            $__shown .= " \$$__name = " . show($__value);
        }
    }
    return $__shown . $reports . ($__output === '' ? '' : ' out ' . show_string($__output));
}

while (($length = fgets(STDIN)) !== false) {
    $line = stream_get_contents(STDIN, (int) $length);
    $answer = str_starts_with($line, '? ') ? signature(substr($line, 2)) : answer($line);
    echo strlen($answer), "\n", $answer;
}
