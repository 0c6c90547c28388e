<?php
// The text of an object is appended where the string is; to what was there before the object became text.
final class Part
{
    public function __construct(private string $text, private ?Closure $then = null) {}

    public function __toString(): string
    {
        ($this->then)?->__invoke();
        return $this->text;
    }
}

function joined(int $count): string
{
    $all = '';
    for ($i = 0; $i < $count; $i++) {
        $all .= new Part("<$i>");
    }
    return $all;
}
echo joined(12), "\n", strlen(joined(3000)), "\n";

function shared(): void
{
    $one = 'one';
    $two = $one;
    $result = $one .= new Part('+');
    $again = $one .= new Part('');
    var_dump($one, $two, $result, $again);
}
shared();

function changed(): void
{
    $text = 'before';
    $change = function () use (&$text) {
        $text .= ' changed';
    };
    $text .= new Part(' after', $change);
    var_dump($text);
    $text = 'again';
    $replace = function () use (&$text) {
        $text = 17;
    };
    $text .= new Part(' after', $replace);
    var_dump($text);
    $forget = function () use (&$text) {
        unset($GLOBALS['never']);
        $text = null;
    };
    $text .= new Part('!', $forget);
    var_dump($text);
}
changed();

function refused(): void
{
    $text = 'kept';
    try {
        $text .= new Part('never', function () {
            throw new Exception('refused');
        });
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        $text .= new stdClass;
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    var_dump($text);
}
refused();

class Typed
{
    public string $text = 'typed';
    public int|string $number = 12;
}
function typed(): void
{
    $o = new Typed;
    $text = &$o->text;
    $text .= new Part('?');
    $number = &$o->number;
    $number .= new Part('3');
    $number .= new Part('4');
    var_dump($o);
}
typed();

$int = 5;
$int .= new Part('x');
$null = null;
$null .= new Part('y');
$undefined = null;
$undefined .= new Part('z');
var_dump($int, $null, $undefined);
