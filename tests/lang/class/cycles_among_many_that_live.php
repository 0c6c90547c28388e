<?php
class Part { public $whole; public $name = 'part'; }
class Whole { public array $parts = []; public static int $gone = 0; function __destruct() { self::$gone++; } }
class Keeper { public array $all = []; function keep(Whole $whole) { $this->all[] = $whole; return $this; } }

// Many that live, none of which is part of a cycle, held by one that the running code holds; between
// them cycles that are garbage.
function live_and_garbage(int $count): Keeper {
    $keeper = new Keeper;
    for ($i = 0; $i < $count; $i++) {
        $kept = new Whole;
        $kept->parts = [new Part, new Part];
        $again = $kept;
        $again = null;
        $keeper->keep($kept);
        if ($i % 100 === 0) {
            $lost = new Whole;
            $lost->parts[] = new Part;
            $lost->parts[0]->whole = $lost;
            $lost = null;
        }
    }
    return $keeper;
}
$keeper = live_and_garbage(30000);
echo Whole::$gone > 0 ? "some" : "none", " found, ", Whole::$gone <= 300 ? "none that lives" : "too many", "\n";
gc_collect_cycles();
echo Whole::$gone, "\n";
// What holds it all is part of a cycle itself, and then nothing but garbage.
$keeper->all[0]->parts[0]->whole = $keeper;
for ($i = 0; $i < 30000; $i++) { $one = $keeper->all[$i]; $one = null; }
echo Whole::$gone, "\n";
$keeper = null;
echo gc_collect_cycles() > 30000 ? "all" : "some", " ", Whole::$gone, "\n";
// A cycle whose only root is what leads to it, in a list too long to be walked for each of its owners.
class Ring { public $list; public $next; public static int $gone = 0; function __destruct() { self::$gone++; } }
for ($round = 0; $round < 3000; $round++) {
    $ring = new Ring;
    $ring->list = array_fill(0, 40, $round);
    $ring->list[] = [$ring];
    $ring->next = new Ring;
    $ring = null;
    $live[] = new Keeper;
    $look = $live[$round]->keep(new Whole);
}
echo Ring::$gone <= 6000 ? "fine" : "too many", "\n";
gc_collect_cycles();
echo Ring::$gone, "\n";
