<?php
// extract() into variables that the function names, and into others, in every way.
const WAYS = [EXTR_OVERWRITE, EXTR_SKIP, EXTR_PREFIX_SAME, EXTR_PREFIX_ALL, EXTR_PREFIX_INVALID, EXTR_IF_EXISTS];

function run(int $how): void
{
    $named = 'old';
    $unset = null;
    unset($unset);
    $from = ['named' => 1, 'unset' => 2, 'other' => 3, 'with space' => 4, 7 => 5, '' => 6, 'GLOBALS' => 8];
    $count = extract($from, $how, 'p');
    $all = get_defined_vars();
    ksort($all);
    unset($all['from']);
    echo $how, ' ', $count, ' ', json_encode($all), "\n";
    $count = extract(['other' => 'again', 'named' => 'again'], $how, 'p');
    echo '  ', $count, ' ', json_encode([$named, $other ?? '-', $p_other ?? '-', $p_named ?? '-']), "\n";
}

foreach (WAYS as $how) {
    run($how);
}

function by_name(array $from): string
{
    extract($from, EXTR_SKIP);
    $names = array_keys($from);
    $name = end($names);
    $$name .= '!';
    return $$name . compact($name)[$name];
}
for ($i = 0; $i < 3; $i++) {
    echo by_name(["v$i" => $i, 'w' . $i => "w$i"]), "\n";
}

function typed(): void
{
    $object = new class {
        public int $number = 1;
    };
    $held = &$object->number;
    extract(['held' => '42']);
    var_dump($object->number);
    try {
        extract(['held' => 'none']);
    } catch (TypeError $error) {
        echo $error->getMessage(), "\n";
    }
    var_dump($held);
}
typed();

class Within
{
    function go(): void
    {
        foreach ([EXTR_SKIP, EXTR_OVERWRITE] as $how) {
            try {
                var_dump(extract(['this' => 1, 'that' => 2], $how), $that);
            } catch (Error $error) {
                echo $error->getMessage(), "\n";
            }
        }
    }
}
(new Within)->go();

$value = 'shared';
function refs(): void
{
    global $value;
    $array = ['known' => &$value, 'unknown' => 1];
    $known = 'k';
    var_dump(extract($array, EXTR_REFS));
    $known .= '!';
    $name = 'unknown';
    $$name = 'changed';
    var_dump($value, $array['unknown']);
}
refs();
extract(['value' => 'at top', 'quite_new' => 9]);
var_dump($value, $quite_new);
