<?php
// What the request brought, through filters.

function filter_source_(string $function, int $type): array {
    return match ($type) {
        INPUT_POST => $GLOBALS["_POST"] ?? [],
        INPUT_GET => $GLOBALS["_GET"] ?? [],
        INPUT_COOKIE => $GLOBALS["_COOKIE"] ?? [],
        INPUT_ENV => $_ENV,
        INPUT_SERVER => $_SERVER,
        default => throw new ValueError("$function(): Argument #1 (\$" . ($function === "filter_has_var" ? "input_type" : "type") . ") must be an INPUT_* constant"),
    };
}

function filter_has_var(int $input_type, string $var_name): bool {
    return array_key_exists($var_name, filter_source_("filter_has_var", $input_type));
}

function filter_input(int $type, string $var_name, int $filter = FILTER_DEFAULT, array|int $options = 0): mixed {
    $source = filter_source_("filter_input", $type);
    if (array_key_exists($var_name, $source)) return filter_var($source[$var_name], $filter, $options);
    $flags = is_array($options) ? $options["flags"] ?? 0 : $options;
    if (is_array($options) && isset($options["options"]["default"])) return $options["options"]["default"];
    return $flags & FILTER_NULL_ON_FAILURE ? false : null;
}

function filter_input_array(int $type, array|int $options = FILTER_DEFAULT, bool $add_empty = true): array|false|null {
    $source = filter_source_("filter_input_array", $type);
    if (is_int($options) && !filter_known_($options)) {
        report_(E_WARNING, "filter_input_array(): Unknown filter with ID $options");
        return false;
    }
    return $source === [] ? null : filter_var_array($source, $options, $add_empty);
}
