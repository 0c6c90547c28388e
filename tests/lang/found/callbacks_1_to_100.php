<?php
// Programs on the order of evaluation: every part says that it is evaluated; magic methods and the
// error handler change the variables that are in use.

/** What magic methods do beside answering: a function of the program. */
class Hook
{
    public static $do = null;
    public static int $depth = 0;

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
        echo '{', json_encode($one), json_encode($two), json_encode($rest), '}';
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
    Plain::$s = [1, 'k' => 2];
    Plain::$t = 4;
    set_error_handler(function ($level, $message) {
        Hook::run("! $message");
        return true;
    });
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
    if ($depth > 3) return '…';
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

// Programs on builtins that call back while they use a container.

class Counted implements Countable, IteratorAggregate, JsonSerializable, Stringable
{
    public $list = [1, 2, 3];
    public function count(): int { Hook::run('count'); return count($this->list); }
    public function getIterator(): Iterator { Hook::run('iterate'); foreach ($this->list as $k => $v) { Hook::run("at $k"); yield $k => $v; } }
    public function jsonSerialize(): mixed { Hook::run('json'); return $this->list; }
    public function __toString(): string { Hook::run('text'); return 'b'; }
    public function __serialize(): array { Hook::run('serialize'); return ['list' => $this->list]; }
    public function __unserialize(array $data): void { Hook::run('unserialize'); $this->list = $data['list']; }
    public function __clone() { Hook::run('clone'); }
    public function __debugInfo() { try { Hook::run('debug'); } catch (Exception) { echo 'held '; } return ['list' => $this->list]; }
    public function method(...$arguments) { Hook::run('method'); return count($arguments); }
    public static function compare($x, $y) { Hook::run('compare'); return strcmp(shown($x), shown($y)); }
}

class LoudHeap extends SplHeap
{
    protected function compare($x, $y): int { Hook::run('heap ' . shown($x) . shown($y)); return strcmp(shown($y), shown($x)); }
}

class LoudQueue extends SplPriorityQueue
{
    public function compare($x, $y): int { Hook::run('queue ' . shown($x) . shown($y)); return $x <=> $y; }
}

class Heap extends SplHeap
{
    protected function compare($x, $y): int { return strcmp(shown($y), shown($x)); }
}

/** Calls a function whose name is not known before. */
function call(string $function, ...$arguments)
{
    return $function(...$arguments);
}

/** `var_dump()` without the numbers of objects. */
function dump($value): void
{
    ob_start();
    var_dump($value);
    echo preg_replace('/#\d+ /', '', ob_get_clean());
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

function p1() {
  $a = [3, 1, 2];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 'k';
  return $x;
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;$o = new Counted;try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_search('', $a, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p2() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return -1;
  };
  try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_assoc($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;
  show($a, $b);
}
function p3() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return count((array) $a);
  };
  try { echo $o, ' ', "$o$o", "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', $a), call('min', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p4() {
  $a = range(1, 20);
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'x';
  return 'text';
  };
  try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map(fn($v) => $v . $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'implode';
  show($f($o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p5() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return count((array) $a);
  };
  try { $o->list = &$a;
  array_walk($o->list, $g);
  unset($o->list);
  $o = new Counted;
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;$n = 0;try { show(array_udiff_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(forward_static_call_array($g, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p6() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return -1;
  };
  try { [$x, [$y]] = [$a, $a];
  show($x);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(substr_replace($o, 'k', $b, [1, new Counted, 'k' => 'v']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplObjectStorage;
  $s[$o] = 1;
  $s[new Counted] = 2;
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s[$v] = $a;
  $s->setInfo($n);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show([...(function () use (&$a, $g) { yield 1;
  $g(1);
  yield 2;
  })()]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p7() {
  $a = ['b', 'a', 'c'];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return 0;
  };
  $a = [new Counted, new Counted];
  $b = $a;try { show(array_key_exists('x', $a), array_keys($a, 'b'), array_reverse($a), array_slice($a, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p8() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(strip_tags('%s %s', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  rsort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback_array($a, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p9() {
  $a = ['b', 'a', 'c'];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 1;
  return 'text';
  };
  try { show(preg_replace_callback('/[a-z]/', $g, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(forward_static_call_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p10() {
  $a = [[1, 2], [3, 4]];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } return 1;
  };
  try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_a(1.5, 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { uasort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo json_encode($a), json_encode([$o, $o]), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p11() {
  $a = [3, 1, 2];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  $o = new Counted;try { show(call_user_func_array($g, [&$a, 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p12() {
  $a = [3, 1, 2];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'x';
  return 0;
  };
  try { show(array_fill_keys($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(hash_init('', 3, '%s %s', [$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p13() {
  $a = [[1, 2], [3, 4]];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return null;
  };
  try { show(settype($a, 'string'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p14() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } $x = 'b';
  return $x <=> $y;
  };
  try { show(array_uintersect_uassoc($a, $b, $g, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('in_array', $o, $a), call('in_array', 'b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_pad($a, 5, $o), array_chunk($a, 2, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(range($o, 'e'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p15() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = 'text';
  };
  try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(hash('b', $o, true, ['k' => $o, 1]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(doubleval(0));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_space($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p16() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(next($a['m']));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_double($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p17() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { show(array_diff_assoc($b, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_countable($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p18() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a[] = 9;
  };
  try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { $f = 'str_replace';
  show($f($a, [$o, 'b', 2], $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { $s = SplFixedArray::fromArray(array_values($a));
  foreach ($s as $k => $v) { echo $k, ' ';
  $s->setSize(2);
  } show($s->toArray());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p19() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(is_float($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(settype($a, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p20() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = 'x';
  return -1;
  };
  try { $s = new ArrayObject(array_values((array) $a));
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 9) { unset($s[$k]);
  } } show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum([$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p21() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $o = null;
  };
  try { show(mb_decode_numericentity('', ['b', 'a', 'c'], 'b'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { $c = ['k', null, 0, null, 0, $o];
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p22() {
  $a = ['k' => [1, 'l' => 2]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  $o = new Counted;
  Hook::$do = null;
  show($a, $b);
}
function p23() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { show(preg_grep('', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p24() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } $x = 'k';
  return 0;
  };
  $a = [3, 1, 2];
  $b = $a;
  show($a, $b);
}
function p25() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { parse_str('x[]=1&x[]=2&y=3', $a);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_ukey([3, 1, 2], $a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p26() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = null;
  return $x <=> $y;
  };
  $o = new Counted;try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_encode_numericentity('x', [$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p27() {
  $a = [[1, 2], [3, 4]];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } $x = 'k';
  return $x;
  };
  try { $c = $a;
  $d = $b;
  array_multisort($c, $d);
  show($c, $d);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_digit($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p28() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a);
  };
  try { array_walk($a, $g, 5);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_a($o, 'b', true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p29() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return null;
  };
  try { show(call('str_replace', $a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ([1, 2] as $a[$o . 'k']) { echo 'in ';
  } show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p30() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } };
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(uksort($o->list, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p31() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return -1;
  };
  try { show(usort($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', ...['k' => $o, 1]), call('min', ...$a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p32() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = null;
  return null;
  };
  try { $c = range(17, 1);
  uasort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { show(extract(['a' => 5, 'c' => $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_decode_numericentity('b', $a, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p33() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 1.5;
  return $x;
  };
  $a = ['b', 'a', 'c'];
  $b = $a;$a = ['b', 'a', 'c'];
  $b = $a;$a = [3, 1, 2];
  $b = $a;try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p34() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = 'b';
  return $x;
  };
  try { show(extract(['a' => 5, 'c' => $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show([...(function () use (&$a, $g) { yield 1;
  $g(1);
  yield 2;
  })()]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p35() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } };
  $a = [3, 1, 2];
  $b = $a;try { $c = $a;
  show(asort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p36() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return $x <=> $y;
  };
  try { show(call('str_replace', $a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p37() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 2;
  return 'text';
  };
  try { show(array_splice($a, 1));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p38() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } return 'text';
  };
  try { show(preg_match_all('/(b)(c)?/', 'abc', $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = [$g];
  show(array_map(...[$g, $a]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(strip_tags('x', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p39() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return $x <=> $y;
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_space($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(str_repeat($o, 3), strlen($o), strtoupper($o), call('trim', $o), call('substr', $o, 0, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $o = null;
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p40() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  $a = [new Counted, new Counted];
  $b = $a;try { echo $o, ' ', "$o$o", "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  try { foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v);
  } } finally { show(count($h), $h->isCorrupted());
  } show($h->extract(), $h->top());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p41() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return 0;
  };
  try { show(array_intersect_key($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { parse_str('x[]=1&x[]=2&y=3', $a);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p42() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = 'text';
  };
  try { show((new ReflectionFunction(Closure::fromCallable('shown')))->invoke($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'str_replace';
  show($f($o, 'b', $o, $o->list));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [];
  $b = $a;try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 3] as $v) { $h->insert($v);
  $a = [9];
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p43() {
  $a = [3, 1, 2];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { show(array_filter($a, $g, ARRAY_FILTER_USE_BOTH));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p44() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 'x';
  return true;
  };
  $a = ['b', 'a', 'c'];
  $b = $a;try { $c = $a;
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p45() {
  $a = [3, 1, 2];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return $x <=> $y;
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;$a = [[1, 2], [3, 4]];
  $b = $a;
  show($a, $b);
}
function p46() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { throw new Exception('thrown');
  } return $x <=> $y;
  };
  try { show(clone $o, (array) $o);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'preg_replace';
  show($f($a, $a, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_count_values($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p47() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = 1;
  return count((array) $a);
  };
  try { show(current($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { unset($a[0][1], $a['x']);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p48() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return 0;
  };
  try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_unique(['x' => 1, 'y' => 2, 'z' => 3]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplObjectStorage;
  $s[$o] = 1;
  $s[new Counted] = 2;
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s[$v] = $a;
  $s->setInfo($n);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p49() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { $w = new WeakMap;
  $o ??= new Counted;
  $w[$o] = $a;
  foreach ($w as $k => $v) { echo shown($v), ' ';
  $o = null;
  } show(count($w));
  $o = new Counted;
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p50() {
  $a = [[1, 2], [3, 4]];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a[] = 9;
  };
  try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show(uasort($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p51() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } $x = 'b';
  return $x;
  };
  try { show(password_needs_rehash($o, 'b', $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_walk($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p52() {
  $a = ['k' => [1, 'l' => 2]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return true;
  };
  try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_print(1.5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(boolval($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_upper('k'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p53() {
  $a = ['b', 'a', 'c'];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { show(json_encode($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p54() {
  $a = [new Counted, new Counted];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'k';
  return 0;
  };
  try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 2] as $v) { $h->insert($v);
  echo '. ';
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p55() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return 1;
  };
  try { show(call('str_replace', ['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  rsort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reverse([&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p56() {
  $a = [new Counted, new Counted];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return null;
  };
  try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p57() {
  $a = [[1, 2], [3, 4]];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return 'text';
  };
  try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p58() {
  $a = [3, 1, 2];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_shift($a);
  } };
  try { show(array_udiff($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a["$o"] ?? 'none', isset($a[(string) $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p59() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } return 0;
  };
  try { show(usort($b, fn($x, $y) => $g($x, $y) ?? 0));
  show($b);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p60() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { show(array_map($g, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p61() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a[] = 9;
  };
  try { $c = range(16, 1);
  uasort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_unique($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;$o = new Counted;
  Hook::$do = null;
  show($a, $b);
}
function p62() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return count((array) $a);
  };
  $a = [3, 1, 2];
  $b = $a;try { show(array_udiff($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_apply(new ArrayIterator(['k' => $o, 1]), $g, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p63() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 'x';
  return $x <=> $y;
  };
  try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { show(is_subclass_of($a, '/[a-c]/', false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p64() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 0;
  return $x;
  };
  try { show(settype($a, 'array'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(usort($b, fn($x, $y) => $g($x, $y) ?? 0));
  show($b);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('in_array', $o, $a), call('in_array', 'b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  asort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p65() {
  $a = ['b', 'a', 'c'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return count((array) $a);
  };
  try { show(array_map($g, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { $s = new ArrayObject($a);
  $s->uasort($g);
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p66() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  asort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo $o, ' ', "$o$o", "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p67() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 2;
  return $x <=> $y;
  };
  try { show(array_keys([1, '1', 1.5, null, 'x']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;
  show($a, $b);
}
function p68() {
  $a = [];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return count((array) $a);
  };
  try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a == [$o], $a <=> $b, [$o] == ['b'], $o == 'b');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p69() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(str_repeat($o, 3), strlen($o), strtoupper($o), call('trim', $o), call('substr', $o, 0, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplQueue;
  foreach ([1, 2, 3] as $v) { $s->enqueue($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s->dequeue();
  $s[] = $o;
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(preg_split('/,/', $o . ',x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_key($a, range(1, 20), $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show((new ReflectionFunction(Closure::fromCallable('shown')))->invoke($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p70() {
  $a = [new Counted, new Counted];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return count((array) $a);
  };
  try { $s = new ArrayObject($a);
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 20) { unset($s[$k]);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { $c = $a;
  show(natcasesort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p71() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return $x;
  };
  try { show(is_array(1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = range(1, 3);
  usort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_search($o, [$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p72() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { $a = array_reverse($a);
  } };
  try { show(array_count_values($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p73() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } return 1;
  };
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(preg_match_all('/[a-c]/', $o . 'c', $a['m']));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $o = null;
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayIterator(array_values((array) $a));
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 20) { $s[] = $v;
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_column($b, '/[a-c]/'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p74() {
  $a = [[1, 2], [3, 4]];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return true;
  };
  try { array_walk($a, $g, 5);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_check_encoding($a, 'b'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p75() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  $a = [3, 1, 2];
  $b = $a;try { show(preg_split('/,/', $o . ',x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_pad($a, 5, $o), array_chunk($a, 2, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = (function () use (&$a, $g) { foreach ($a as $k => $v) { yield $k => $g($v);
  } })();
  foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(var_export([&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p76() {
  $a = [3, 1, 2];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = 0;
  return true;
  };
  try { $s = new SplObjectStorage;
  $s[$o] = 1;
  $s[new Counted] = 2;
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s[$v] = $a;
  $s->setInfo($n);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(asort($c, 5));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p77() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } } return $x;
  };
  try { show(array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  rsort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p78() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return 0;
  };
  try { show(array_intersect([3, 1, 2], (array) $a, (array) $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p79() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return 0;
  };
  try { show(pow($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_int($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p80() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = 'k';
  return count((array) $a);
  };
  try { show(call('str_replace', ['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { ob_start(function ($x) use (&$a) { if (is_array($a)) { $a[] = 'buffer';
  } return strtoupper($x);
  });
  echo 'out', $o;
  ob_end_flush();
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_subclass_of($a, '%s %s', true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudQueue;
  foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v, $v);
  } $h->setExtractFlags(3);
  show($h->extract(), count($h));
  foreach ($h as $v) { echo shown($v), ' ';
  $a[] = 9;
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p81() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 0;
  return true;
  };
  try { show(range($o, 'e'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show((new ReflectionFunction(Closure::fromCallable('shown')))->invoke($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(call_user_func_array($g, [&$a, 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p82() {
  $a = ['b', 'a', 'c'];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { show(array_reverse([1, '1', 1.5, null, 'x'], true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_push($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_object($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p83() {
  $a = [new Counted, new Counted];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } return true;
  };
  try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator($a));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_shift($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { $c = $a;
  show(krsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p84() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = 'text';
  };
  try { show(array_splice($a, $o->list[0], 2));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p85() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_shift($a);
  } };
  try { show(sprintf('b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(print_r($a, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_bool('/[a-c]/'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show(is_resource('x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p86() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 1;
  return -1;
  };
  try { show(preg_match_all('/[a-c]/', $o . 'c', $a['m']));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_push($a, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p87() {
  $a = ['k' => [1, 'l' => 2]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { $c = $a;
  show(rsort($c, 5));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $o->list = &$a;
  array_walk($o->list, $g);
  unset($o->list);
  $o = new Counted;
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p88() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } return $x;
  };
  $n = 0;try { show(preg_match_all('/[a-c]/', $o . 'c', $a['m']));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_object($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p89() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } $x = 'x';
  return $x <=> $y;
  };
  try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'preg_match';
  show($f($o, '/[a-c]/', $a, 0, 0));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(var_export($b, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p90() {
  $a = range(1, 20);
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } $x = 'b';
  return 1;
  };
  try { show(ctype_upper($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p91() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = 1.5;
  return 0;
  };
  try { uasort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p92() {
  $a = [];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return -1;
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;$a = ['b', 'a', 'c'];
  $b = $a;
  show($a, $b);
}
function p93() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { $a = array_reverse($a);
  } } $x = null;
  return 0;
  };
  try { show(settype($a, 'null'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_any($a, $g), array_all($a, $g), array_find_key($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach (new LimitIterator($o->getIterator(), 0, 2) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p94() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } return $x;
  };
  try { show(array_slice($a, 0));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { print_r($a);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplObjectStorage;
  $s[$o] = $a;
  show(count($s), $s[$o]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff(range(1, 20), $a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_product(['b', 'a', 'c']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p95() {
  $a = ['b', 'a', 'c'];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 1;
  return count((array) $a);
  };
  try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudQueue;
  foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v, $v);
  } $h->setExtractFlags(3);
  show($h->extract(), count($h));
  foreach ($h as $v) { echo shown($v), ' ';
  $a = 'text';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p96() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } $x = 2;
  return $x;
  };
  $o = new Counted;
  show($a, $b);
}
function p97() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = &$b;
  };
  try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_apply(new ArrayIterator([$o, 'b', 2]), $g, ['k' => $o, 1]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p98() {
  $a = range(1, 20);
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } return null;
  };
  try { show(array_diff($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback('/[a-z]/', $g, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(intval($o, 0));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { [$x, [$y]] = [$a, $a];
  show($x);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p99() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } $x = 1;
  return $x;
  };
  try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_push($a['m'], $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p100() {
  $a = ['b', 'a', 'c'];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } };
  try { show(array_column([$a, $b], 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
run(1, 'p1');
run(2, 'p2');
run(3, 'p3');
run(4, 'p4');
run(5, 'p5');
run(6, 'p6');
run(7, 'p7');
run(8, 'p8');
run(9, 'p9');
run(10, 'p10');
run(11, 'p11');
run(12, 'p12');
run(13, 'p13');
run(14, 'p14');
run(15, 'p15');
run(16, 'p16');
run(17, 'p17');
run(18, 'p18');
run(19, 'p19');
run(20, 'p20');
run(21, 'p21');
run(22, 'p22');
run(23, 'p23');
run(24, 'p24');
run(25, 'p25');
run(26, 'p26');
run(27, 'p27');
run(28, 'p28');
run(29, 'p29');
run(30, 'p30');
run(31, 'p31');
run(32, 'p32');
run(33, 'p33');
run(34, 'p34');
run(35, 'p35');
run(36, 'p36');
run(37, 'p37');
run(38, 'p38');
run(39, 'p39');
run(40, 'p40');
run(41, 'p41');
run(42, 'p42');
run(43, 'p43');
run(44, 'p44');
run(45, 'p45');
run(46, 'p46');
run(47, 'p47');
run(48, 'p48');
run(49, 'p49');
run(50, 'p50');
run(51, 'p51');
run(52, 'p52');
run(53, 'p53');
run(54, 'p54');
run(55, 'p55');
run(56, 'p56');
run(57, 'p57');
run(58, 'p58');
run(59, 'p59');
run(60, 'p60');
run(61, 'p61');
run(62, 'p62');
run(63, 'p63');
run(64, 'p64');
run(65, 'p65');
run(66, 'p66');
run(67, 'p67');
run(68, 'p68');
run(69, 'p69');
run(70, 'p70');
run(71, 'p71');
run(72, 'p72');
run(73, 'p73');
run(74, 'p74');
run(75, 'p75');
run(76, 'p76');
run(77, 'p77');
run(78, 'p78');
run(79, 'p79');
run(80, 'p80');
run(81, 'p81');
run(82, 'p82');
run(83, 'p83');
run(84, 'p84');
run(85, 'p85');
run(86, 'p86');
run(87, 'p87');
run(88, 'p88');
run(89, 'p89');
run(90, 'p90');
run(91, 'p91');
run(92, 'p92');
run(93, 'p93');
run(94, 'p94');
run(95, 'p95');
run(96, 'p96');
run(97, 'p97');
run(98, 'p98');
run(99, 'p99');
run(100, 'p100');
echo "\n#end\n";
