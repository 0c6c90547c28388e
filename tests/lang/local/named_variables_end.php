<?php
// A variable that a function makes by name ends with the function.

class Mortal { public function __destruct() { echo "destructed\n"; } }

function named(string $name): array
{
    $$name = new Mortal;
    return array_keys(get_defined_vars());
}
echo json_encode(named('made')), "\n";

function spread(...$rest)
{
    $name = 'kept';
    $$name = 'x';
    return [func_get_args(), $$name];
}
echo json_encode(spread(1, 2)), "\n";

function generator(string $name)
{
    $$name = 1;
    while (true) yield $$name++;
}
foreach (generator('n') as $value) { echo $value, ' '; if ($value > 2) break; }
echo "end\n";
