<?php
// Operands that are exchanged behind a call, in loops over values of several types.
function given($value)
{
    return $value;
}

function &referred(&$value)
{
    return $value;
}

function told($value)
{
    return is_array($value) ? 'array' : var_export($value, true);
}

function operators($values, $turns)
{
    $counts = [0, 0, 0, 0];
    for ($i = 0; $i < $turns; $i++) {
        $left = $values[$i % count($values)];
        $right = $values[($i + 1) % count($values)];
        $list = [$left];
        $counts[0] += $list[0] == given($right) ? 1 : 0;
        $counts[1] += $list[0] === given($left) ? 1 : 0;
        $counts[2] += $list[0] != $right ? 1 : 0;
        $counts[3] += [$left, 1] == referred($list) ? 1 : 0;
        if (!is_numeric($left) || !is_numeric($right)) {
            continue;
        }
        $counts[0] += ($left - 1) * given($right);
        $counts[1] += (int) $left & given((int) $right);
        $counts[2] += ($left + 1) * $right * given($left);
        $counts[3] += 2 * $left;
    }
    return implode(' ', array_map('told', $counts));
}

foreach ([3, 40, 3, 100] as $turns) {
    echo operators([1, 2, 3], $turns), "\n";
    echo operators([1.5, 2, 3.25], $turns), "\n";
    echo operators(['a', 'b', '1', '01'], $turns), "\n";
    echo operators([[1], [1], 'x', null, 1, true], $turns), "\n";
}
