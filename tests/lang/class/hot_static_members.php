<?php
// Static members in loops that run often: read, written, asked for, called.
class A {
    public static $n = 0;
    public static ?string $s = null;
    public static float $f = 1.5;
    public static int $typed;
    public static array $list = [];
    protected static $own = 'A';
    const ONE = 1;
    const NAME = 'a';
    const TABLE = ['x' => 10, 'y' => 20];
    const MADE = self::ONE + 1;

    static function count(int $n) {
        for ($i = 0; $i < $n; $i++) {
            self::$n++;
            self::$n += 2;
            self::$f *= 1.001;
            $x = self::$n;
        }
        return $x;
    }
    static function kinds(int $n) {
        $seen = [];
        $values = [0, 1, '', '0', 'a', [], [0], 0.0, 0.5, null, new self, true];
        for ($i = 0; $i < $n; $i++) {
            self::$own = $values[$i % 12];
            $seen[] = (isset(self::$own) ? 'i' : '-') . (empty(self::$own) ? 'e' : '-');
        }
        return implode(' ', array_slice($seen, -12));
    }
    static function nulls(int $n) {
        $set = 0;
        for ($i = 0; $i < $n; $i++) {
            self::$s = $i % 3 ? "s$i" : null;
            if (isset(self::$s)) $set++;
        }
        return $set;
    }
    static function unset_(int $n) {
        $set = 0;
        for ($i = 0; $i < $n; $i++) {
            if ($i == 150) self::$typed = 5;
            if (isset(self::$typed)) $set++;
        }
        return $set;
    }
    static function constants(int $n) {
        $sum = 0;
        for ($i = 0; $i < $n; $i++) {
            $sum += self::ONE + static::ONE + A::MADE + self::TABLE['x'];
        }
        return $sum . static::NAME;
    }
    function ofThis(int $n) {
        $sum = 0;
        for ($i = 0; $i < $n; $i++) $sum += $this::ONE;
        return $sum . $this::NAME;
    }
    static function who() { return static::class; }
    static function three($a, $b, $c) { return "$a$b$c" . static::class; }
    static function calls(int $n) {
        for ($i = 0; $i < $n; $i++) {
            $x = self::who() . A::who() . static::who() . self::three($i, 2, 3);
        }
        return $x;
    }
    function callsOn(int $n) {
        for ($i = 0; $i < $n; $i++) {
            $x = self::who() . A::who() . static::who() . self::three($i, 2, 3);
        }
        return $x;
    }
    static function grow(int $n) {
        for ($i = 0; $i < $n; $i++) {
            self::$list = [$i, ...array_slice(self::$list, 0, 2)];
        }
        return implode(',', self::$list);
    }
    private static function hidden() { return 'hidden'; }
    static function nothing(): void {}
    static function idle(int $n) {
        for ($i = 0; $i < $n; $i++) { $x = self::nothing(); self::hidden(); }
        var_dump($x);
        return self::hidden();
    }
}
class B extends A {
    const ONE = 100;
    const NAME = 'b';
    static function parents(int $n) {
        for ($i = 0; $i < $n; $i++) $x = parent::who() . A::who() . B::who();
        return $x;
    }
}
const N = 300;
echo A::count(N), ' ', round(A::$f, 6), "\n";
echo A::kinds(N), "\n", A::nulls(N), ' ', A::unset_(N), "\n";
echo A::constants(N), ' ', B::constants(N), ' ', A::constants(N), "\n";
echo (new A)->ofThis(N), ' ', (new B)->ofThis(N), ' ', (new A)->ofThis(N), "\n";
echo A::calls(N), ' ', B::calls(N), ' ', A::calls(3), "\n";
echo (new A)->callsOn(N), ' ', (new B)->callsOn(N), ' ', (new A)->callsOn(3), "\n";
echo B::parents(N), ' ', A::grow(N), ' ', A::idle(N), "\n";

// A static that becomes a reference, a float, a string.
function bound(int $n) {
    $r = 0;
    for ($i = 0; $i < $n; $i++) {
        if ($i == 100) A::$n = &$r;
        if ($i == 150) A::$n = 0.5;
        A::$n = A::$n + 1;
        if ($i == 200) A::$n = '7';
        if ($i == 201) A::$n = 3;
    }
    return [$r, A::$n];
}
function refused(int $n) {
    for ($i = 0; $i < $n; $i++) {
        try {
            A::$f = $i < 290 ? $i : 'no float';
        } catch (TypeError $e) {
            $message = $e->getMessage();
        }
    }
    return $message;
}
function early(int $n) {
    $caught = 0;
    for ($i = 0; $i < $n; $i++) {
        try { $x = C::$typed; } catch (Error $e) { $caught++; }
        if ($i == 250) C::$typed = 7;
    }
    return "$caught $x " . $e->getMessage();
}
class C { public static int $typed; }
var_dump(bound(N));
echo refused(N), "\n", early(N), "\n";
