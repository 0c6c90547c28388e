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

function p201() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 'x';
  return $x <=> $y;
  };
  $a = ['b', 'a', 'c'];
  $b = $a;$n = 0;
  show($a, $b);
}
function p202() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = null;
  return 0;
  };
  try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p203() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = $a;
  };
  try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator($a));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(array_slice($a, 3, 3, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p204() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } $x = 2;
  return true;
  };
  try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p205() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return 1;
  };
  try { show(is_a(0, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  $s->asort(1);
  $s->natsort();
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p206() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 1;
  return -1;
  };
  try { show(iterator_apply($b, $g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p207() {
  $a = [];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return null;
  };
  try { show($a == [$o], $a <=> $b, [$o] == ['b'], $o == 'b');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;$n = 0;
  show($a, $b);
}
function p208() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { $a = array_reverse($a);
  } };
  try { $h = new LoudHeap;
  try { foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v);
  } } finally { show(count($h), $h->isCorrupted());
  } show($h->extract(), $h->top());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p209() {
  $a = [[1, 2], [3, 4]];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { $f = 'in_array';
  show($f(2, [1, new Counted, 'k' => 'v'], false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(intval('k', 0));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ob_start($g));
  echo 'out';
  ob_end_clean();
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(get_class($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p210() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { throw new Exception('thrown');
  } return -1;
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 20) { unset($s[$k]);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(array_values($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p211() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = null;
  return 1;
  };
  try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;$o = new Counted;
  show($a, $b);
}
function p212() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return $x;
  };
  try { show(array_keys([$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(password_needs_rehash('', 'b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p213() {
  $a = [3, 1, 2];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return null;
  };
  try { $s = SplFixedArray::fromArray(array_values($a));
  foreach ($s as $k => $v) { echo $k, ' ';
  $s->setSize(2);
  } show($s->toArray());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p214() {
  $a = range(1, 20);
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  $o = new Counted;try { show(array_diff_key(['b', 'a', 'c'], $b, $a, [new Counted, new Counted]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  $d = $b;
  show(array_multisort($c, SORT_DESC, $d, SORT_STRING));
  show($c, $d);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p215() {
  $a = [3, 1, 2];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return -1;
  };
  try { show(array_diff_ukey($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_key($b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_double($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('str_replace', ['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_keys($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p216() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return null;
  };
  $a = range(1, 20);
  $b = $a;try { ob_start(function ($x) use (&$a) { if (is_array($a)) { $a[] = 'buffer';
  } return strtoupper($x);
  });
  echo 'out', $o;
  ob_end_flush();
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayIterator(array_values((array) $a));
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 20) { $s[] = $v;
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(preg_match_all('/(b)(c)?/', 'abc', $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p217() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  $a = [3, 1, 2];
  $b = $a;try { print_r($a);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [];
  $b = $a;try { show(array_push($b, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(serialize($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_find($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p218() {
  $a = ['b', 'a', 'c'];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } return $x <=> $y;
  };
  try { show(is_callable($o, true, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_key_first(['k' => [1, 'l' => 2]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p219() {
  $a = ['b', 'a', 'c'];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator([$o, 'b', 2]));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g, ARRAY_FILTER_USE_BOTH));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($b, $g, 2));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_uassoc($a, $b, $g, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p220() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } };
  $o = new Counted;try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p221() {
  $a = ['b', 'a', 'c'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { echo $o, ' ', "$o$o", "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_any($a, $g), array_all($a, $g), array_find_key($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p222() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { $a = array_reverse($a);
  } } return count((array) $a);
  };
  try { show(array_uintersect_uassoc($a, $b, $g, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_countable([$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p223() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 3] as $v) { $h->insert($v);
  echo '. ';
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect(['x' => 1, 'y' => 2, 'z' => 3], $a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show((function (&...$all) { foreach ($all as &$one) { $one = 'set';
  } return $all;
  })(...$a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p224() {
  $a = [];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { $a = array_reverse($a);
  } };
  try { show(array_uintersect_uassoc($a, $b, $g, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  $d = $b;
  show(array_multisort($c, SORT_DESC, $d, SORT_STRING));
  show($c, $d);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_countable($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p225() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p226() {
  $a = ['k' => [1, 'l' => 2]];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a);
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;try { array_walk($a, $g, 5);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = range(1, 20);
  usort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p227() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { $f = 'str_replace';
  show($f($o, $a, $o, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(substr_replace($a, $o, $a, [$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_apply($a, $g, [&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['k' => [1, 'l' => 2]];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p228() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return true;
  };
  try { show(intval('%s %s'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo serialize($a), serialize($o), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = (function () use (&$a, $g) { foreach ($a as $k => $v) { yield $k => $g($v);
  } })();
  foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'str_replace';
  show($f($o, $a, $a, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback_array($b, 'b', 3, $b, -1));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p229() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 0;
  return -1;
  };
  try { show(ctype_lower($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s->add(1, 'added');
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;$n = 0;
  show($a, $b);
}
function p230() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } return true;
  };
  try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('str_replace', $a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p231() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return 'text';
  };
  $n = 0;try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect_uassoc($a, $b, $g, 'Counted::compare'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p232() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return -1;
  };
  try { show(preg_replace_callback_array([&$a, $b], $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_key_exists('x', $a), array_keys($a, 'b'), array_reverse($a), array_slice($a, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p233() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } return $x;
  };
  $a = ['b', 'a', 'c'];
  $b = $a;
  show($a, $b);
}
function p234() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { $o->list = $a;
  usort($o->list, $g);
  show($o->list ?? 0);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p235() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a);
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p236() {
  $a = [[1, 2], [3, 4]];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { show(call_user_func_array($g, [&$a, 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  asort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(usort($b, fn($x, $y) => $g($x, $y) ?? 0));
  show($b);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p237() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } return count((array) $a);
  };
  $a = ['b', 'a', 'c'];
  $b = $a;try { show(strip_tags('b', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudQueue;
  foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v, $v);
  } $h->setExtractFlags(3);
  show($h->extract(), count($h));
  foreach ($h as $v) { echo shown($v), ' ';
  unset($a[0]);
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_punct($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p238() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
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
function p239() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return null;
  };
  try { array_walk($a, $g, 5);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_values($b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p240() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } } return 1;
  };
  $a = [3, 1, 2];
  $b = $a;$a = [];
  $b = $a;
  show($a, $b);
}
function p241() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return 'text';
  };
  try { show(array_any($a, $g), array_all($a, $g), array_find_key($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { print_r($a);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p242() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = $a;
  };
  try { $o->list = $a;
  usort($o->list, $g);
  show($o->list ?? 0);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_count([[1, 2], [3, 4]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(http_build_query([1, new Counted, 'k' => 'v']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_ukey($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p243() {
  $a = range(1, 20);
  $b = range(1, 20);
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } return true;
  };
  $a = [];
  $b = $a;
  show($a, $b);
}
function p244() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return 'text';
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show([...(function () use (&$a, $g) { yield 1;
  $g(1);
  yield 2;
  })()]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum([&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p245() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a);
  };
  try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s->add(1, 'added');
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p246() {
  $a = [];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'x';
  return -1;
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_ukey($b, $a, [3, 1, 2], $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p247() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return 0;
  };
  try { show(is_null($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p248() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'k';
  return -1;
  };
  $a = [3, 1, 2];
  $b = $a;
  show($a, $b);
}
function p249() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(call('str_replace', ['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['k' => [1, 'l' => 2]];
  $b = $a;try { show(ctype_upper($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_column([$a, $b], 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show([...(function () use (&$a, $g) { yield 1;
  $g(1);
  yield 2;
  })()]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p250() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  try { show(array_diff_uassoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $o = null;
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;$n = 0;try { show(extract(['a' => 5, 'c' => $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p251() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { show(array_diff_key($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(settype($a, '%s %s'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(next($b));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p252() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(substr_replace('b', $a, [&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_key_last($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_unique($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p253() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return null;
  };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_replace_recursive(range(1, 20)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p254() {
  $a = range(1, 20);
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return 0;
  };
  try { show(array_key_last([1, '1', 1.5, null, 'x']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $f = 'implode';
  show($f($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;$n = 0;try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p255() {
  $a = [[1, 2], [3, 4]];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = null;
  return 1;
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { $c = range(1, 3);
  usort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = (function () use (&$a, $g) { foreach ($a as $k => $v) { yield $k => $g($v);
  } })();
  foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p256() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = [new Counted, new Counted];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_pop($a);
  } };
  try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', $a), call('min', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_unshift($a, '/[a-c]/'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a == [$o], $a <=> $b, [$o] == ['b'], $o == 'b');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', ...$a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p257() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return 'text';
  };
  try { $c = [$g];
  show(array_map(...[$g, $a]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(count($o), count($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_match_all('/[a-c]/', $o . 'c', $a['m']));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p258() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return -1;
  };
  try { show(call('max', ...$a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p259() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } } $x = null;
  return 'text';
  };
  try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;$o = new Counted;try { $s = new ArrayObject($a);
  $s->uksort($g);
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p260() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return $x <=> $y;
  };
  try { show(array_unique($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_callable(1.5, true, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;try { show(array_splice($a, $o->list[0], 2));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(get_debug_type(0));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p261() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'k';
  return true;
  };
  try { show(usort($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplFixedArray(3);
  $s[0] = $o;
  $s[1] = $a;
  foreach ($s as $k => $v) { echo $k, ' ';
  $a[] = 9;
  if ($n++ < 6) { $s->setSize(5);
  } } show($s->toArray());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p262() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_pop($a);
  } };
  $a = ['b', 'a', 'c'];
  $b = $a;try { show(hash_pbkdf2('abc', $o, '/[a-c]/', 5, 1, false, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  natcasesort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p263() {
  $a = ['b', 'a', 'c'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 'k';
  return 'text';
  };
  try { echo json_encode($a), json_encode([$o, $o]), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_callable($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(uasort($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p264() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return 1;
  };
  try { show(is_bool($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p265() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } return count((array) $a);
  };
  $a = ['b', 'a', 'c'];
  $b = $a;$a = [3, 1, 2];
  $b = $a;try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p266() {
  $a = range(1, 20);
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = 2;
  return $x <=> $y;
  };
  try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p267() {
  $a = [3, 1, 2];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 2;
  return null;
  };
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { $c = $a;
  $d = $b;
  show(array_multisort($c, SORT_DESC, $d, SORT_STRING));
  show($c, $d);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_convert_encoding(0, 'abc', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize('%s %s', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p268() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(array_search($o, $a, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo serialize($a), serialize($o), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo serialize($a), serialize($o), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p269() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = 'text';
  } return 'text';
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;
  show($a, $b);
}
function p270() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $o = null;
  };
  $a = [3, 1, 2];
  $b = $a;try { uasort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p271() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_space($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(hash_pbkdf2('', 'x', '%s %s', 1, 5, true, ['k' => $o, 1]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(is_long($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_splice($b, -1, 5, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p272() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } };
  $a = [3, 1, 2];
  $b = $a;$n = 0;
  Hook::$do = null;
  show($a, $b);
}
function p273() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = null;
  return true;
  };
  try { show(array_shift($b));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($a, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p274() {
  $a = [[1, 2], [3, 4]];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = null;
  return $x;
  };
  try { show(array_map(fn($v) => $v . $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_pad($a, 5, $o), array_chunk($a, 2, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p275() {
  $a = ['b', 'a', 'c'];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } $x = 1;
  return 'text';
  };
  try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_key_exists('x', $a), array_keys($a, 'b'), array_reverse($a), array_slice($a, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p276() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } throw new Exception('thrown');
  };
  try { $c = $a;
  ksort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p277() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'k';
  return 0;
  };
  try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p278() {
  $a = [[1, 2], [3, 4]];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return count((array) $a);
  };
  try { show(array_push($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(natsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_all([1, '1', 1.5, null, 'x'], $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_key([$o, 'b', 2], $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p279() {
  $a = [[1, 2], [3, 4]];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } $x = 1.5;
  return count((array) $a);
  };
  $o = new Counted;$a = [3, 1, 2];
  $b = $a;
  show($a, $b);
}
function p280() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(get_class_methods('Counted'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_key($a, $b, $a, ['x' => 1, 'y' => 2, 'z' => 3]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p281() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 0;
  return null;
  };
  try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_any([&$a, $b], $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p282() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  $o = new Counted;try { $s = new SplDoublyLinkedList;
  $s->setIteratorMode(0);
  foreach ([1, 2, 3, $o] as $v) { $s[] = $v;
  } foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  if ($n++ < 6) { $o = null;
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_any($a, $g), array_all($a, $g), array_find_key($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p283() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = $a;
  };
  try { show(array_udiff($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p284() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $o = null;
  };
  try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  $s->asort(5);
  $s->natsort();
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, [&$a, 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p285() {
  $a = ['b', 'a', 'c'];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'x';
  return true;
  };
  $n = 0;try { show(pow($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect([3, 1, 2], (array) $a, (array) $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  $s->uksort($g);
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p286() {
  $a = range(1, 20);
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 1.5;
  return null;
  };
  try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_sum($a), array_product($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  ksort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p287() {
  $a = [3, 1, 2];
  $b = range(1, 20);
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  try { show(array_find($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p288() {
  $a = [[1, 2], [3, 4]];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return count((array) $a);
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['k' => [1, 'l' => 2]];
  $b = $a;try { show(call('max', ...range(1, 20)), call('min', ...$a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a["$o"] ?? 'none', isset($a[(string) $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p289() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return 0;
  };
  try { show(clone $o, (array) $o);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_udiff($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_key([1, new Counted, 'k' => 'v'], $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p290() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 'k';
  return -1;
  };
  try { show(array_splice($a, 1, 1, [$o]));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p291() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } return 0;
  };
  $a = [3, 1, 2];
  $b = $a;
  show($a, $b);
}
function p292() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } return 1;
  };
  try { echo serialize($a), serialize($o), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p293() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  $a = [3, 1, 2];
  $b = $a;try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator([1, '1', 1.5, null, 'x']));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p294() {
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
  try { uasort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_check_encoding($a, ''));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_apply($o->getIterator(), $g, [$a]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ([1, 2] as $a[$o . 'k']) { echo 'in ';
  } show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p295() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return true;
  };
  try { show(settype($o, 'int'));
  show($o);
  $o = new Counted;
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p296() {
  $a = [[1, 2], [3, 4]];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return $x;
  };
  try { show(array_unique(['b', 'x', 2, $o, 1.5], SORT_REGULAR));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p297() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = null;
  };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_double($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p298() {
  $a = [[1, 2], [3, 4]];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } $x = 1.5;
  return true;
  };
  try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p299() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return $x <=> $y;
  };
  $a = ['b', 'a', 'c'];
  $b = $a;try { show(array_diff_key($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  try { foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v);
  } } finally { show(count($h), $h->isCorrupted());
  } show($h->extract(), $h->top());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p300() {
  $a = ['b', 'a', 'c'];
  $b = range(1, 20);
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(call_user_func($g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(natsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect_ukey($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('implode', ',', [$o, 'x', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(strip_tags('', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = [2, 0, 1, 1, null, $o];
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
run(201, 'p201');
run(202, 'p202');
run(203, 'p203');
run(204, 'p204');
run(205, 'p205');
run(206, 'p206');
run(207, 'p207');
run(208, 'p208');
run(209, 'p209');
run(210, 'p210');
run(211, 'p211');
run(212, 'p212');
run(213, 'p213');
run(214, 'p214');
run(215, 'p215');
run(216, 'p216');
run(217, 'p217');
run(218, 'p218');
run(219, 'p219');
run(220, 'p220');
run(221, 'p221');
run(222, 'p222');
run(223, 'p223');
run(224, 'p224');
run(225, 'p225');
run(226, 'p226');
run(227, 'p227');
run(228, 'p228');
run(229, 'p229');
run(230, 'p230');
run(231, 'p231');
run(232, 'p232');
run(233, 'p233');
run(234, 'p234');
run(235, 'p235');
run(236, 'p236');
run(237, 'p237');
run(238, 'p238');
run(239, 'p239');
run(240, 'p240');
run(241, 'p241');
run(242, 'p242');
run(243, 'p243');
run(244, 'p244');
run(245, 'p245');
run(246, 'p246');
run(247, 'p247');
run(248, 'p248');
run(249, 'p249');
run(250, 'p250');
run(251, 'p251');
run(252, 'p252');
run(253, 'p253');
run(254, 'p254');
run(255, 'p255');
run(256, 'p256');
run(257, 'p257');
run(258, 'p258');
run(259, 'p259');
run(260, 'p260');
run(261, 'p261');
run(262, 'p262');
run(263, 'p263');
run(264, 'p264');
run(265, 'p265');
run(266, 'p266');
run(267, 'p267');
run(268, 'p268');
run(269, 'p269');
run(270, 'p270');
run(271, 'p271');
run(272, 'p272');
run(273, 'p273');
run(274, 'p274');
run(275, 'p275');
run(276, 'p276');
run(277, 'p277');
run(278, 'p278');
run(279, 'p279');
run(280, 'p280');
run(281, 'p281');
run(282, 'p282');
run(283, 'p283');
run(284, 'p284');
run(285, 'p285');
run(286, 'p286');
run(287, 'p287');
run(288, 'p288');
run(289, 'p289');
run(290, 'p290');
run(291, 'p291');
run(292, 'p292');
run(293, 'p293');
run(294, 'p294');
run(295, 'p295');
run(296, 'p296');
run(297, 'p297');
run(298, 'p298');
run(299, 'p299');
run(300, 'p300');
echo "\n#end\n";
