<?php
/** doc */
#[A, B(1, x: 2)]
abstract class A extends \B implements C, namespace\D {
    use T, U { T::f insteadof U; U::f as protected g; h as final; i as list; }
    const A = 1, B = self::A . 'x';
    final protected const int|string C = 1;
    public $a, $b = 1;
    protected static ?int $c = null;
    private readonly A|B|null $d;
    public private(set) (A&B)|null $e;
    var $f;
    /** hooked */
    public string $g = 'x' { get => $this->g; final set(string $v) { $this->g = $v; } }
    abstract public int $h { &get; set; }
    public function __construct(private readonly int $x = 1, protected(set) $y = new Z, #[S] public $z { get => 1; }) {}
    abstract protected static function &f(self $a, ?int &$b = null, callable ...$c): static;
    final public function list(): never { throw new E; }
}
final readonly class R {}
interface I extends J, K { const X = 1; public function f(); }
trait T { abstract function f(); private static $s; }
enum E: string implements F { case A = 'a'; #[X] case B = 'b'; const C = self::A; public static function f(): self { return self::A; } }
enum P { case X; }
