<?php
// `.=` goes on with the same string wherever it is, and what has been copied from there stays as it was.
#[AllowDynamicProperties]
class Texts
{
    public static $untyped = 'u';
    public static string $typed = 't';
    public static int|string $number = 1;
    public readonly string $fixed;
    public string $declared = 'd';
    public static array $list = ['x' => 'l'];

    public function __construct()
    {
        $this->fixed = 'f';
    }
}

class Voice
{
    public function __toString(): string
    {
        global $heard;
        return 'voice of ' . ($heard ?? 'none');
    }
}

function counted(mixed $tail): string
{
    static $kept = 's';
    $before = $kept;
    $kept .= $tail;
    return "$before>$kept";
}
foreach (['a', 1, 1.5, true, false, null, new Voice] as $tail) {
    echo counted($tail), "\n";
}

$text = 'r';
$place = &$text;
$copy = $text;
$place .= $text;
$text .= $place . $copy;
$place .= 7;
echo "$text $copy\n";

$heard = 'h';
$heard .= new Voice;
echo $heard, "\n";

$name = 'named';
$$name = 'n';
$old = $named;
$$name .= 'm';
${'none of this name' . ''} = '';
${'none of this name'} .= 5;
echo $named, $old, ${'none of this name'}, "\n";

function globals(): void
{
    global $shared;
    $shared = 'g';
    $GLOBALS['shared'] .= $GLOBALS['shared'];
    $GLOBALS['shared'] .= 2.5;
    $shared .= 'h';
    echo $GLOBALS['shared'], "\n";
}
globals();

$before = [Texts::$untyped, Texts::$typed, Texts::$list];
Texts::$untyped .= 'v';
Texts::$typed .= 12;
Texts::$number .= 2;
var_dump(Texts::$number);
Texts::$number .= 'x';
Texts::$list['x'] .= 'm';
$bound = &Texts::$typed;
$bound .= null;
$bound .= 'end';
echo Texts::$untyped, Texts::$typed, Texts::$number, json_encode([Texts::$list, $before]), "\n";

$o = new Texts;
$o->own = 'o';
$o->{'5'} = 'five';
$p = clone $o;
$array = (array) $o;
$o->own .= 'p';
$o->own .= 3;
$o->{'5'} .= true;
$name = 'declared';
$o->$name .= 4;
echo json_encode([$o, $p, $array]), "\n";
try {
    $o->fixed .= 'g';
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

$rows = ['a' => ['b' => 'c']];
$row = &$rows['a'];
$cell = &$row['b'];
$kept = $rows;
$rows['a']['b'] .= 'd';
$cell .= 'e';
echo json_encode([$rows, $kept, $row]), "\n";

$same = 'q';
$same .= $same .= $same;
echo $same, "\n";
function twice(string &$one, string &$other): void
{
    $one .= $other .= 'z';
}
twice($same, $same);
echo $same, "\n";

set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
$same .= [];
$same .= $missing;
echo $same, "\n";
