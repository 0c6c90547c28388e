<?php
// Arguments that only a variadic parameter collects by name are none of those by position.
function all(string $first, ...$rest) {
    return [func_get_args(), func_num_args(), $rest];
}
echo json_encode([all('a', 'b', c: 'd'), all(...['a', 'b'], c: 1, d: 2), all('a'), all(first: 'x', z: 1)]), "\n";
