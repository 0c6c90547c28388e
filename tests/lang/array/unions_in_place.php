<?php
// Unions of arrays that nothing else holds, of locals and of results, kept in what they were made of.

function made($from, $to) { return range($from, $to); }
function named($name) { return [$name => [$name], 'of' => new ArrayObject([$name])]; }

function unions($times)
{
    $all = [];
    $kept = [];
    for ($i = 0; $i < $times; $i++) {
        $list = made(0, $i % 5);
        $list += made(0, $i % 7);
        $list += $list;
        $kept[] = named("a$i") + named("b$i") + $list;
        $kept[] = $list + named("c$i");
        $kept[] = (named("d$i") + $list) + $list;
        $all = named("x$i") + $all;
        $all += named("y$i");
        $same = $all + $all;
        $same += $same;
        $kept[] = count($same);
        $other = named("z$i");
        $other = $other + named("z$i");
        $other = named("w$i") + $other;
        $all = $all + $other;
    }
    return [$all, $kept];
}

[$all, $kept] = unions(50);
echo count($all), ' ', md5(serialize($all)), ' ', md5(serialize($kept)), "\n";
unset($all);
echo json_encode($kept[5]), json_encode($kept[7]), "\n";
