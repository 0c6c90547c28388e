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

function p101() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  try { show(is_a($o, '%s %s'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a["$o"] ?? 'none', isset($a[(string) $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(filter_var($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show(array_merge_recursive([1, new Counted, 'k' => 'v'], $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p102() {
  $a = [[1, 2], [3, 4]];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = 'text';
  } $x = 1.5;
  return true;
  };
  $a = [3, 1, 2];
  $b = $a;
  show($a, $b);
}
function p103() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $o = null;
  };
  try { show(printf('/[a-c]/', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p104() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return null;
  };
  try { show(iterator_apply(new ArrayIterator([1, '1', 1.5, null, 'x']), $g, ['k' => [1, 'l' => 2]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = ['x', 2, 1, 0, 'b', $o];
  sort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p105() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return true;
  };
  try { show(mb_convert_encoding(0, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_callable('b', true, $m));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show([...(function () use (&$a, $g) { yield 1;
  $g(1);
  yield 2;
  })()]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;try { show(array_column($b, ''));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p106() {
  $a = ['k' => [1, 'l' => 2]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } };
  try { show(array_diff_assoc($b, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { $f = 'is_numeric';
  show($f($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('in_array', $o, $a), call('in_array', 'b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, [&$a, 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p107() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } return null;
  };
  try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new SplObjectStorage;
  $s[$o] = $a;
  show(count($s), $s[$o]);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p108() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_pop($a);
  } };
  try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator(['k' => $o, 1]));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_count([$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize($o, [[1, 2], [3, 4]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p109() {
  $a = ['b', 'a', 'c'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'x';
  return $x <=> $y;
  };
  try { echo json_encode($a), json_encode([$o, $o]), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p110() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return $x;
  };
  try { $s = new SplDoublyLinkedList;
  $s->setIteratorMode(1);
  foreach ([1, 2, 3, $o] as $v) { $s[] = $v;
  } foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  if ($n++ < 6) { $s->shift();
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p111() {
  $a = ['b', 'a', 'c'];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'b';
  return 'text';
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;try { foreach ([1, 2] as $a[$o . 'k']) { echo 'in ';
  } show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p112() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { show(array_udiff_uassoc($a, $b, $g, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_slice([&$a, $b], 3, 1, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;try { show(vsprintf('', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p113() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = 'k';
  return 'text';
  };
  $n = 0;try { show(array_find($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p114() {
  $a = [[1, 2], [3, 4]];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } };
  try { show(pack('x', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p115() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return count((array) $a);
  };
  $n = 0;try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 2] as $v) { $h->insert($v);
  $b = $a;
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_replace_recursive(['k' => $o, 1]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p116() {
  $a = ['b', 'a', 'c'];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = &$b;
  };
  try { $s = new SplDoublyLinkedList;
  foreach ([1, 2, 3, $o] as $v) { $s->push($v);
  } foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 6) { $s->pop();
  } } show(count($s), iterator_to_array($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(asort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;try { show(boolval($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p117() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return count((array) $a);
  };
  try { show(http_build_query(['k' => $o, 1], '', '', 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(extract((array) $a, EXTR_PREFIX_ALL, 'p'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 1] as $v) { $h->insert($v);
  $a = [9];
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p118() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } $x = null;
  return 'text';
  };
  try { show(array_column([$a, $b], 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p119() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } } $x = 'k';
  return 0;
  };
  try { show(array_shift($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p120() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return true;
  };
  $n = 0;$o = new Counted;$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p121() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } $x = 'x';
  return 0;
  };
  try { $h = new LoudQueue;
  foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v, $v);
  } $h->setExtractFlags(3);
  show($h->extract(), count($h));
  foreach ($h as $v) { echo shown($v), ' ';
  $o = null;
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p122() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { show(array_walk($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p123() {
  $a = [[1, 2], [3, 4]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return null;
  };
  try { show(array_any($a, $g), array_all($a, $g), array_find_key($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff([&$a, $b], $b, $a, [1, new Counted, 'k' => 'v']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $o->list = $a;
  usort($o->list, $g);
  show($o->list ?? 0);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p124() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return null;
  };
  try { show(clone $o, (array) $o);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;$a = ['b', 'a', 'c'];
  $b = $a;try { show(substr_replace($o, $o, $a, [$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p125() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 1;
  return null;
  };
  try { $s = new SplDoublyLinkedList;
  $s->setIteratorMode(2);
  foreach ([1, 2, 3, $o] as $v) { $s[] = $v;
  } foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  if ($n++ < 6) { $s->rewind();
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(join($a, [1, '1', 1.5, null, 'x']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p126() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p127() {
  $a = ['b', 'a', 'c'];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } return -1;
  };
  try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(get_mangled_object_vars($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach (new LimitIterator($o->getIterator(), 0, 2) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect(range(1, 20), (array) $a, (array) $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p128() {
  $a = ['k' => [1, 'l' => 2]];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return 1;
  };
  try { show(array_pop($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(get_class($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_a('k', '/[a-c]/'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p129() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 0;
  return count((array) $a);
  };
  try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p130() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } $x = 'x';
  return count((array) $a);
  };
  try { show(is_subclass_of($o, '%s %s', false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p131() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } $x = 1.5;
  return 1;
  };
  try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p132() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { echo '. ';
  } $x = 0;
  return -1;
  };
  try { show($a["$o"] ?? 'none', isset($a[(string) $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(natsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p133() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } return $x;
  };
  try { show(preg_split('/,/', $o . ',x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;
  show($a, $b);
}
function p134() {
  $a = [[1, 2], [3, 4]];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return $x;
  };
  try { show((function (&...$all) { foreach ($all as &$one) { $one = 'set';
  } return $all;
  })(...$a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p135() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = null;
  return -1;
  };
  $a = [3, 1, 2];
  $b = $a;try { show(ctype_punct('x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p136() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return 'text';
  };
  try { show(array_diff_key([&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_key_first([[1, 2], [3, 4]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { var_export([1, $a[0] ?? 0]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p137() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } $x = 0;
  return $x <=> $y;
  };
  try { show(call('in_array', $o, $a), call('in_array', 'b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  show($a, $b);
}
function p138() {
  $a = ['k' => [1, 'l' => 2]];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 1;
  return $x;
  };
  $n = 0;try { show(mb_convert_encoding($o, 'x', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = [$g];
  show(array_map(...[$g, ['k' => $o, 1]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p139() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p140() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { $a = array_reverse($a);
  } };
  try { show(unserialize('x', [&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p141() {
  $a = ['k' => [1, 'l' => 2]];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return $x;
  };
  try { $c = $a;
  show(ksort($c, 5));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(get_class($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p142() {
  $a = ['k' => [1, 'l' => 2]];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { $GLOBALS['gg'] = $a;
  usort($GLOBALS['gg'], $g);
  show($GLOBALS['gg']);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', $a), call('min', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p143() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return $x <=> $y;
  };
  try { show(get_class_methods('nobody'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', $a), call('min', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect(['b', 'a', 'c'], (array) $a, (array) $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { switch ($o) { case 'a': echo 'a ';
  case 'b': echo 'b ';
  default: echo 'd ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p144() {
  $a = [[1, 2], [3, 4]];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_shift($a);
  } } $x = 2;
  return 0;
  };
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { $s = new ArrayObject($a);
  $s->asort(5);
  $s->natsort();
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_space($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g, 5);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p145() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { array_pop($a);
  } };
  try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;$n = 0;$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p146() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { $o->list = $a;
  usort($o->list, $g);
  show($o->list ?? 0);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('max', $a), call('min', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p147() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return $x;
  };
  $n = 0;try { show(mb_convert_encoding($o, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p148() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } return count((array) $a);
  };
  try { show(ob_start($g));
  echo 'out';
  ob_end_clean();
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { $f = 'is_numeric';
  show($f('x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p149() {
  $a = [3, 1, 2];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } return 'text';
  };
  try { show(array_push($o->list));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(http_build_query($b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_iterable($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_unique($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  show($a, $b);
}
function p150() {
  $a = [];
  $b = range(1, 20);
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(array_unique(['x', null, 1.5, $o, 'b'], SORT_REGULAR));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p151() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { $a = array_reverse($a);
  } };
  try { show(sscanf('/[a-c]/', $o, $o));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p152() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = null;
  return 'text';
  };
  $o = new Counted;try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p153() {
  $a = [new Counted, new Counted];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $o = null;
  } return 1;
  };
  try { $s = (function () use (&$a, $g) { foreach ($a as $k => $v) { yield $k => $g($v);
  } })();
  foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reduce($a, $g, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;
  show($a, $b);
}
function p154() {
  $a = [new Counted, new Counted];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_column([$a, $b], 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 2] as $v) { $h->insert($v);
  $a[] = 9;
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p155() {
  $a = [];
  $b = [3, 1, 2];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return count((array) $a);
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;try { show(is_string($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_a('k', $o, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p156() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 'k';
  return 0;
  };
  $o = new Counted;
  show($a, $b);
}
function p157() {
  $a = range(1, 20);
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  $a = ['b', 'a', 'c'];
  $b = $a;try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(mb_decode_numericentity('abc', [[1, 2], [3, 4]]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p158() {
  $a = [new Counted, new Counted];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } echo '. ';
  };
  try { show(Closure::fromCallable($g)(1, 2));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_filter($o, $o, $a, 2, $b));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p159() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = null;
  } return true;
  };
  try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_ukey($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_reverse([&$a, $b], false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [new Counted, new Counted];
  $b = $a;
  show($a, $b);
}
function p160() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return true;
  };
  try { show(ctype_print($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_replace([$o, 'b', 2]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  natcasesort($c);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_search('b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p161() {
  $a = ['b', 'a', 'c'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 2;
  return -1;
  };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;
  show($a, $b);
}
function p162() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return null;
  };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p163() {
  $a = range(1, 20);
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } return $x <=> $y;
  };
  try { show(vsprintf($o, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_uassoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(end($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_replace([1, '1', 1.5, null, 'x']));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p164() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { unset($a);
  } return count((array) $a);
  };
  try { show(ctype_space('b'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  try { foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v);
  } } finally { show(count($h), $h->isCorrupted());
  } show($h->extract(), $h->top());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;try { show(array_udiff_uassoc($a, $b, 'Counted::compare', $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p165() {
  $a = [];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = 'text';
  } return $x;
  };
  try { $f = 'in_array';
  show($f($a, [$o, 'b', 2], true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback_array(['k' => [1, 'l' => 2]], null));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(prev($a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  $s->asort(1);
  $s->natsort();
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p166() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { show(prev($o->list));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p167() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return null;
  };
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(vprintf('%s %s', [&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new ArrayObject($a);
  $s->uksort($g);
  show($s->getArrayCopy());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_xdigit($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_intersect([1, new Counted, 'k' => 'v'], (array) $a, (array) $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p168() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { show(compact('a', 'b', 'none'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(str_repeat($o, 3), strlen($o), strtoupper($o), call('trim', $o), call('substr', $o, 0, 1));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p169() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 2;
  return count((array) $a);
  };
  try { show(array_intersect_key($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_product([&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p170() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } } return count((array) $a);
  };
  try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_space(2));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { show(array_udiff_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;
  show($a, $b);
}
function p171() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { foreach ($a as &$v) { $v = 5;
  } unset($v);
  } };
  try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = array_flip(range(17, 1));
  uksort($c, $g);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_walk($a, $g));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('str_replace', $a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(ctype_punct($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p172() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a[0]);
  };
  try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$n = 0;try { show(array_uintersect_uassoc($a, ['k' => $o, 1], $g, 'Counted::compare'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p173() {
  $a = ['k' => [1, 'l' => 2]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } $x = null;
  return -1;
  };
  try { $s = new ArrayIterator($a);
  $s->uasort(function ($x, $y) use (&$s, $g) { $s[] = 1;
  return $g($x, $y);
  });
  show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p174() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a['x']);
  };
  $a = [3, 1, 2];
  $b = $a;$a = range(1, 20);
  $b = $a;$a = [3, 1, 2];
  $b = $a;try { $c = $a;
  $d = $b;
  array_multisort($c, $d);
  show($c, $d);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback('/[a-z]/', $g, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(str_ireplace($o, 2, $a, $a));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p175() {
  $a = [];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { throw new Exception('thrown');
  } $x = 1.5;
  return 1;
  };
  try { $s = SplFixedArray::fromArray(array_values($a));
  foreach ($s as $k => $v) { echo $k, ' ';
  $s->setSize(2);
  } show($s->toArray());
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudHeap;
  foreach ([3, 1, 2, 5, 4, 5] as $v) { $h->insert($v);
  $a = null;
  } show(iterator_to_array($h, false));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_diff_ukey($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p176() {
  $a = range(1, 20);
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } $x = 'k';
  return 'text';
  };
  try { show(password_needs_rehash('abc', $o, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_column($a, ''));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p177() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { $a = array_reverse($a);
  } } return -1;
  };
  try { show(substr_replace(0, $a, $a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p178() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } throw new Exception('thrown');
  };
  try { show(array_unshift($o->list));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map(fn($v) => $v . $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator($a));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(json_encode($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p179() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } unset($a);
  };
  try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show($a == [$o], $a <=> $b, [$o] == ['b'], $o == 'b');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { echo serialize($a), serialize($o), "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p180() {
  $a = [3, 1, 2];
  $b = ['x' => 1, 'y' => 2, 'z' => 3];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = [];
  } return 1;
  };
  try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect_assoc($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g, 3));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p181() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } return true;
  };
  try { show(array_diff_key($a, $b, $a, [new Counted, new Counted]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p182() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } } $x = 'x';
  return -1;
  };
  try { show(is_bool($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_grep('abc', [&$a, $b]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { parse_str('x[]=1&x[]=2&y=3', $a);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_map($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p183() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 'x';
  return null;
  };
  try { show(array_diff_key(['k' => $o, 1]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p184() {
  $a = ['b', 'a', 'c'];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return 0;
  };
  $n = 0;try { show(array_replace_recursive($a, $a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array((function () use (&$a, $g) { yield 1;
  $g(1);
  yield 'k' => 2;
  })()));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p185() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a[] = 9;
  };
  $a = [1, new Counted, 'k' => 'v'];
  $b = $a;try { show(preg_split('/,/', $o . ',x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_merge($a, [$o]), array_replace($a, $b));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p186() {
  $a = [];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $o = null;
  };
  try { $s = new ArrayObject($a);
  foreach ($s as $k => $v) { echo $k, ' ';
  if ($n++ < 20) { unset($s[$k]);
  } } show(count($s));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(is_string($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('b', $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call('str_replace', $a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p187() {
  $a = [3, 1, 2];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $a = &$b;
  } $x = 1;
  return -1;
  };
  try { show(array_find_key([3, 1, 2], $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p188() {
  $a = range(1, 20);
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } return count((array) $a);
  };
  try { show(array_splice($a, 1, 1, [$o]));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = new MultipleIterator;
  $s->attachIterator(new ArrayIterator([1, '1', 1.5, null, 'x']));
  $s->attachIterator($o->getIterator());
  foreach ($s as $v) { echo shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_push($b));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(rsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p189() {
  $a = [3, 1, 2];
  $b = [[1, 2], [3, 4]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } throw new Exception('thrown');
  };
  $a = [3, 1, 2];
  $b = $a;try { show(array_search('b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => $v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p190() {
  $a = [3, 1, 2];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a[0]);
  } $x = 'b';
  return $x;
  };
  try { show(array_count_values($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_uintersect($a, $b, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p191() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = [9];
  };
  try { dump($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_splice($a, 1, 1, [$o]));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(settype($a, 'string'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(ksort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p192() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a = [9];
  } return $x;
  };
  try { $o->list = &$a;
  array_walk($o->list, $g);
  unset($o->list);
  $o = new Counted;
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  asort($c, SORT_STRING);
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(Closure::fromCallable($g)(1, 2));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;$n = 0;
  show($a, $b);
}
function p193() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } if (is_array($a)) { for ($j = 0;
  $j < 20;
  $j++) { $a[] = $j;
  } } };
  try { show(call('implode', $o, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $e = error_get_last();
  show($a[$o] ?? 'none');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p194() {
  $a = [[1, 2], [3, 4]];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { throw new Exception('thrown');
  } $x = 'b';
  return count((array) $a);
  };
  try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p195() {
  $a = [3, 1, 2];
  $b = range(1, 20);
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $b = [];
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;
  Hook::$do = null;
  show($a, $b);
}
function p196() {
  $a = [new Counted, new Counted];
  $b = &$a;
  $o = new Counted;
  $n = 0;
  $g = [new Counted, 'method'];
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { $b = $a;
  } $x = 0;
  return 1;
  };
  try { $x = &$a[0];
  usort($a, $g);
  $x = 7;
  unset($x);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { uasort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p197() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = [];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$n) { if (++$n > 12) { return;
  } $a = 'text';
  };
  $a = [[1, 2], [3, 4]];
  $b = $a;try { $c = $a;
  show(asort($c, 3));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } Hook::$do = null;
  show($a, $b);
}
function p198() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = ['k' => [1, 'l' => 2]];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 2;
  return 1;
  };
  $n = 0;try { show(array_pad($a, 5, $o), array_chunk($a, 2, true));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p199() {
  $a = [new Counted, new Counted];
  $b = $a;
  $o = new Magic;
  $n = 0;
  $g = 'Counted::compare';
  $g = function (&$x, $y = 0) use (&$a, &$b, &$n) { echo 'r', shown($x), ' ';
  if ($n++ < 12) { unset($a['x']);
  } $x = 'x';
  return 0;
  };
  try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach (new IteratorIterator($o) as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $c = $a;
  show(arsort($c));
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p200() {
  $a = [1, new Counted, 'k' => 'v'];
  $b = ['b', 'a', 'c'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { if (is_array($a)) { array_pop($a);
  } } return $x;
  };
  try { show(call('str_replace', ['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $h = new LoudQueue;
  foreach ([3, 1, 2, 5, 4] as $v) { $h->insert($v, $v);
  } $h->setExtractFlags(3);
  show($h->extract(), count($h));
  foreach ($h as $v) { echo shown($v), ' ';
  unset($a[0]);
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
run(101, 'p101');
run(102, 'p102');
run(103, 'p103');
run(104, 'p104');
run(105, 'p105');
run(106, 'p106');
run(107, 'p107');
run(108, 'p108');
run(109, 'p109');
run(110, 'p110');
run(111, 'p111');
run(112, 'p112');
run(113, 'p113');
run(114, 'p114');
run(115, 'p115');
run(116, 'p116');
run(117, 'p117');
run(118, 'p118');
run(119, 'p119');
run(120, 'p120');
run(121, 'p121');
run(122, 'p122');
run(123, 'p123');
run(124, 'p124');
run(125, 'p125');
run(126, 'p126');
run(127, 'p127');
run(128, 'p128');
run(129, 'p129');
run(130, 'p130');
run(131, 'p131');
run(132, 'p132');
run(133, 'p133');
run(134, 'p134');
run(135, 'p135');
run(136, 'p136');
run(137, 'p137');
run(138, 'p138');
run(139, 'p139');
run(140, 'p140');
run(141, 'p141');
run(142, 'p142');
run(143, 'p143');
run(144, 'p144');
run(145, 'p145');
run(146, 'p146');
run(147, 'p147');
run(148, 'p148');
run(149, 'p149');
run(150, 'p150');
run(151, 'p151');
run(152, 'p152');
run(153, 'p153');
run(154, 'p154');
run(155, 'p155');
run(156, 'p156');
run(157, 'p157');
run(158, 'p158');
run(159, 'p159');
run(160, 'p160');
run(161, 'p161');
run(162, 'p162');
run(163, 'p163');
run(164, 'p164');
run(165, 'p165');
run(166, 'p166');
run(167, 'p167');
run(168, 'p168');
run(169, 'p169');
run(170, 'p170');
run(171, 'p171');
run(172, 'p172');
run(173, 'p173');
run(174, 'p174');
run(175, 'p175');
run(176, 'p176');
run(177, 'p177');
run(178, 'p178');
run(179, 'p179');
run(180, 'p180');
run(181, 'p181');
run(182, 'p182');
run(183, 'p183');
run(184, 'p184');
run(185, 'p185');
run(186, 'p186');
run(187, 'p187');
run(188, 'p188');
run(189, 'p189');
run(190, 'p190');
run(191, 'p191');
run(192, 'p192');
run(193, 'p193');
run(194, 'p194');
run(195, 'p195');
run(196, 'p196');
run(197, 'p197');
run(198, 'p198');
run(199, 'p199');
run(200, 'p200');
echo "\n#end\n";
