<?php
// Programs on the order of evaluation: every part says that it is evaluated; magic methods and the
// error handler change the variables that are in use.

/** What magic methods do beside answering: a function of the program. */
class Hook
{
    public static $do = null;
    public static int $depth = 0;
    /** Turns of all loops of a program. */
    public static int $turns = 0;
    /** Values that are still shown whole: arrays of shared arrays are short to make and long to print. */
    public static int $shows = 0;

    public static function run(string $what): void
    {
        echo "<$what>";
        if (self::$do !== null && self::$depth < 2) {
            self::$depth++;
            try {
                (self::$do)($what);
            } finally {
                self::$depth--;
            }
        }
    }
}

class Plain
{
    public $p = 1;
    public $q = [1, 2];
    public int $i = 3;
    public ?Plain $next = null;
    public static $s = [1, 'k' => 2];
    public static int $t = 4;

    public function m(...$arguments)
    {
        echo '{', count($arguments), '}';
        return $this;
    }

    public function take(&$one, $two = 2, ...$rest)
    {
        echo '{', shown($one), shown($two), shown($rest), '}';
        $one = 'taken';
        return $two;
    }

    public static function make($value = null)
    {
        $made = new static;
        $made->p = $value;
        return $made;
    }
}

class Walk implements Iterator
{
    private int $at = 0;
    public function current(): mixed { Hook::run('current'); return $this->at + 1; }
    public function key(): mixed { return $this->at == 0 ? 0 : 'k'; }
    public function next(): void { $this->at++; }
    public function valid(): bool { return $this->at < 2; }
    public function rewind(): void { $this->at = 0; }
}

class Magic extends Plain implements ArrayAccess, Countable, IteratorAggregate
{
    private array $kept = ['k' => 1];
    public function __get($name) { Hook::run("get $name"); return $this->kept[$name] ?? 'got'; }
    public function __set($name, $value) { Hook::run("set $name"); $this->kept[$name] = $value; }
    public function __isset($name) { Hook::run("isset $name"); return $name !== 'no'; }
    public function __unset($name) { Hook::run("unset $name"); unset($this->kept[$name]); }
    public function __call($name, $arguments) { Hook::run("call $name"); return $arguments[0] ?? $this; }
    public static function __callStatic($name, $arguments) { Hook::run("static $name"); return $arguments[0] ?? 1; }
    public function __invoke($x = 0) { Hook::run('invoke'); return $x; }
    public function __toString(): string { Hook::run('string'); return 'magic'; }
    public function offsetExists($key): bool { Hook::run('exists ' . json_encode($key)); return $key !== 'no'; }
    public function offsetGet($key): mixed { Hook::run('offset ' . json_encode($key)); return $this->kept[$key ?? ''] ?? 7; }
    public function offsetSet($key, $value): void { Hook::run('offsetSet ' . json_encode($key)); $this->kept[$key ?? 'new'] = $value; }
    public function offsetUnset($key): void { Hook::run('offsetUnset ' . json_encode($key)); unset($this->kept[$key]); }
    public function count(): int { Hook::run('count'); return 2; }
    public function getIterator(): Iterator { Hook::run('iterator'); return new Walk; }
}

class Mortal extends Plain
{
    public function __destruct() { Hook::run('destruct'); }
}

function begin(): void
{
    Hook::$do = null;
    Hook::$depth = 0;
    Hook::$turns = 0;
    Hook::$shows = 3000;
    Plain::$s = [1, 'k' => 2];
    Plain::$t = 4;
    set_error_handler(function ($level, $message) {
        // While an operand or a key is converted, or `false` to an array, PHP goes on with whatever
        // the handler leaves of it: what `op=` makes goes into an array that others share by then,
        // or that is freed.
        if (preg_match('/^(Array to string|Automatic conv|A non-numeric|Implicit conv|Decrement on|Increment on|String offset)/', $message)) {
            echo "<! $message>";
        } else {
            Hook::run("! $message");
        }
        return true;
    });
}

/** Counts a turn of a loop; whether there were too many. */
function turn(): bool
{
    return ++Hook::$turns > 60;
}

/** Says that it is evaluated. */
function t($value)
{
    echo is_array($value) ? 'A' : (is_object($value) ? 'O' : json_encode($value)), ' ';
    return $value;
}

function &ref(&$value)
{
    echo 'ref ';
    return $value;
}

function two($one, $two = 'default', $three = 3)
{
    echo '(', shown($one), shown($two), shown($three), ')';
    return $two;
}

function byref(&$one, $two = null, &$three = null)
{
    echo '(&', shown($one), shown($two), shown($three), ')';
    $one = 'by ref';
    $three = 'third';
    return $two;
}

function shown($value): string
{
    static $depth = 0;
    if ($depth > 7) return '…';
    if (--Hook::$shows < 0) return '~';
    $depth++;
    $text = match (true) {
        is_array($value) => '[' . implode(',', array_map(fn($k) => $k . ':' . shown($value[$k]), array_keys($value))) . ']',
        $value instanceof Closure => 'closure',
        $value instanceof Throwable => get_class($value) . '(' . $value->getMessage() . ')',
        $value instanceof Plain => get_class($value) . shown(array_map(fn($v) => $v, (array) $value)),
        is_object($value) => get_class($value),
        is_float($value) => var_export($value, true),
        default => json_encode($value) . '',
    };
    $depth--;
    return $text;
}

function show(...$values): void
{
    echo "\n";
    foreach ($values as $value) echo '  ', shown($value), "\n";
}


/** Runs the program of a seed; what it throws is printed. */
function run(int $seed, string $program): void
{
    echo "\n#$seed\n";
    try {
        $program();
    } catch (Throwable $thrown) {
        begin();
        echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
    }
    begin();
}

error_reporting(E_ALL);
gc_disable();
begin();

function p800323325() {
  $a = new Magic;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = [1];
  };
  echo two(([$a, $a] = (clone $o)->none), three: t((['k' => &$i] = $b))), $s, byref($a[], ($i . $i++ . $i));$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { show((list(, $a) = [$f() => t(Magic::none(byref($a, t(0)))), [$i => ($b = ([$a[0][], [$a, $a[]]] = [[0, 0], [$o->take($a, 0, $a), byref($a, 0)]])), $o->m(two(...['two' => ($a[0][] = 0), 'one' => byref($a, 0)]), $o->m($a, ($a = &$a))), null => ($a + ($a = [-1]))], $i++ => ($a[0]++)]));
  } finally { return strlen($o->m(($i + ($i = 1)), ($o->take($b[$s], $f([$i => isset($a, $a), [0, 0][0], t(0) => ($a[0] = 0)])) . (Plain::$t .= t(two(($a[0] = $s), (two(0, 0) ? (list(, $a) = 0) : 'k')))))));
  } })();
  show($c);foreach (t(($o = $o->k = (Plain::$s[(throw new Exception(t('p')))] = ([$i, $a[0]] = [$a, $i])))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a = $b[$i++][++$i]);
  echo "\n";
  }$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { unset($a[$i++]);
  } finally { return ($s |= t((['k' => &$r] = $b)));
  } })();
  show($c);
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
run(800323325, 'p800323325');
echo "\n#end\n";
