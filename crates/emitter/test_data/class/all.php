<?php
namespace App;
/** A point. */
#[Attr(1, x: Y)]
final class Point extends Base implements \Countable {
    use Named { label as protected text; Named::size insteadof Other; }
    const A = 1, B = self::A . 'x';
    public private(set) ?int $y = 0;
    public static array $cache = [];
    protected readonly float $z;
    public string $name { get => $this->name . '!'; set(string $v) { $this->name = $v; parent::$name::set($v); } }
    public function __construct(private int $x = 5, protected array $o = [self::A => 1]) {}
    public static function make(self|string $a, ?int &...$rest): static { return new static; }
    public function count(): int { return __CLASS__ . __METHOD__ . self::class . static::class; }
}
enum Suit: string { case Hearts = 'H'; const Wild = self::Hearts; }
interface Shape extends A, B { public function area(): float; }
trait Sized { abstract function size(); function c() { return __CLASS__; } }
if ($x) { class Late {} }
$o = new class(1) extends Base { function f() { return function () { return $this; }; } };
