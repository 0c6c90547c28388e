<?php
// Objects of all kinds of classes, made often in the same place.
class Plain { public $a = 1; public array $b = []; }
class Given { function __construct(public readonly int $x, protected ?Given $next = null, string ...$more) { if ($more) $this->more = count($more); } public int $more = 0; function depth() { return 1 + ($this->next?->depth() ?? 0); } }
class Node { public ?Node $l = null; public ?Node $r = null; function count(): int { return 1 + ($this->l?->count() ?? 0) + ($this->r?->count() ?? 0); } }
class Shape { protected function __construct(protected $n) {} static function of($n) { return new static($n); } function same() { return new self($this->n); } function late() { return new static($this->n + 1); } function name() { return static::class . $this->n; } }
class Square extends Shape {}
final class Circle extends Shape { public $r = M_PI; }
class Dies { static $gone = 0; function __construct(private $n) { if ($n % 7 === 3) throw new Exception("not $n"); } function __destruct() { self::$gone++; } }
class Quiet { function __destruct() { Dies::$gone += 100; } }
enum Suit { case Hearts; case Spades; const Best = self::Spades; }
class Card { public Suit $suit = Suit::Best; public $list = [Suit::Hearts, PHP_INT_SIZE]; function __construct(public $n = 5) {} }
class Lazy { private $made = [] ; function get($k) { return $this->made[$k] ??= new Plain; } }
abstract class Abstracted { }

function tree($d) { $n = new Node; if ($d > 0) { $n->l = tree($d - 1); $n->r = tree($d - 1); } return $n; }
function chain($n) { $g = null; for ($i = 0; $i < $n; $i++) $g = new Given($i, $g); return $g; }
function more($i) { return new Given($i, null, "a", "b"); }
function named($i) { return new Given(next: null, x: $i); }
function arguments($i) { return new Plain($i, $i + 1); }
function card($i) { return $i % 2 ? new Card : new Card($i); }

for ($round = 0; $round < 3; $round++) {
    $sum = 0;
    for ($i = 0; $i < 60; $i++) {
        $p = new Plain;
        $p->a += $i;
        $p->b[] = $i;
        $sum += $p->a + count($p->b);
        $sum += more($i)->more + named($i)->x + arguments($i)->a + count((array) card($i));
    }
    echo $sum, " ", chain(50)->depth(), " ", tree(6)->count(), "\n";
    $s = "";
    for ($i = 0; $i < 30; $i++) {
        $shape = $i % 3 ? Square::of($i) : Circle::of($i);
        $s .= $shape->name() . $shape->late()->name() . $shape->same()->name() . " ";
    }
    echo $s, "\n";
    $caught = 0;
    for ($i = 0; $i < 40; $i++) {
        try {
            new Dies($i);
            $d = new Dies($i);
        } catch (Exception $e) {
            $caught += strlen($e->getMessage());
        }
        if ($i % 5 === 0) new Quiet;
    }
    unset($d);
    echo $caught, " ", Dies::$gone, "\n";
    $ids = [];
    for ($i = 0; $i < 20; $i++) { $o = new Plain; $ids[spl_object_id($o)] = true; }
    echo count($ids), " ";
    $all = [];
    for ($i = 0; $i < 20; $i++) $all[] = new Plain;
    echo count(array_unique(array_map('spl_object_id', $all))), "\n";
    $lazy = new Lazy;
    for ($i = 0; $i < 20; $i++) $lazy->get($i % 4)->a++;
    echo $lazy->get(2)->a, "\n";
    for ($i = 0; $i < 20; $i++) {
        try {
            $o = new Given("no number");
        } catch (TypeError $e) {
            $last = $e->getLine();
        }
        try {
            $o = new Abstracted;
        } catch (Error $e) {
            $last .= $e->getMessage();
        }
    }
    echo $last, "\n";
}
