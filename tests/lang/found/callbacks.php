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
    public function __debugInfo() { Hook::run('debug'); return ['list' => $this->list]; }
    public function method(...$arguments) { Hook::run('method'); return count($arguments); }
    public static function compare($x, $y) { Hook::run('compare'); return strcmp(shown($x), shown($y)); }
}

class Heap extends SplHeap
{
    protected function compare($x, $y): int { return strcmp(shown($y), shown($x)); }
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
  $b = $a;$o = new Counted;try { show(array_splice($a, $o->list[0], 2));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_splice($a, 1, 1, [$o]));
  show($a);
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
  try { show(max($a), min($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($a as $k => &$v) { echo $k, ' ';
  $g($k);
  if (++$n > 30) { break;
  } } unset($v);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  } show($a, $b);
}
function p3() {
  $a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = [1, new Counted, 'k' => 'v'];
  $o = new Counted;
  $n = 0;
  $g = fn($x = 0, $y = 0) => Counted::compare($x, $y);
  $g = function ($x = 0, $y = 0) use (&$a, &$b, &$o, &$n) { echo 'g', shown($x), ' ';
  if ($n++ < 12) { $a[] = 9;
  } return count($a ?? []);
  };
  try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(extract(['a' => 5, 'b' => $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { foreach ($o as $k => $v) { echo "$k=", shown($v), ' ';
  if ($k == 1) { $o = null;
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
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
  try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback('/[a-z]/', $g, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { sort($a);
  show($a);
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
  } return count($a ?? []);
  };
  try { show(call_user_func_array($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [[1, 2], [3, 4]];
  $b = $a;$n = 0;try { array_walk_recursive($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['b', 'a', 'c'];
  $b = $a;try { echo $o, ' ', "$o$o", "\n";
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
  try { show(clone $o, (array) $o);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { print_r($a);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_column([$a, $b], 'x'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(iterator_to_array($o), iterator_count($o));
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
  $b = $a;try { show(array_find($a, $g));
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
  try { show(settype($a, 'string'));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(clone $o, (array) $o);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = range(1, 20);
  $b = $a;
  Hook::$do = null;
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
  try { usort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(max($a), min($a));
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
  try { array_multisort($a, $b);
  show($a, $b);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_multisort($a, $b);
  show($a, $b);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { uksort($a, $g);
  show($a);
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
  $o = new Counted;try { show(count($o), count($a));
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
  try { sort($a);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_fill_keys($a, $o));
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
  try { print_r($a);
  echo "\n";
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
  try { show(array_filter($a, $g));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { switch ($o) { case 'a': echo 'a ';
  case 'b': echo 'b ';
  default: echo 'd ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(implode(',', [$o, 'x', $o]));
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
  try { show(unserialize(serialize($a)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_splice($a, $o->list[0], 2));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { asort($a, SORT_STRING);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_search('b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_match('/(b)(c)?/', 'abc', $a));
  show($a);
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
  try { show(str_replace(['a', $o], ['x', $o], ['abc', $o]));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(str_repeat($o, 3), strlen($o), strtoupper($o), trim($o), substr($o, 0, 1));
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
  try { show(array_splice($a, $o->list[0], 2));
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { sort($a);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(preg_replace_callback('/[a-z]/', $g, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { array_walk_recursive($a, $g);
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
  try { show(array_flip($a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;try { show(array_combine($a, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $s = (function () use (&$a, $g) { foreach ($a as $k => $v) { yield $k => $g($v);
  } })();
  foreach ($s as $k => $v) { echo $k, shown($v), ' ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(in_array($o, $a), in_array('b', $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = [3, 1, 2];
  $b = $a;
  Hook::$do = null;
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
  try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(sprintf('%s %s %d', $o, implode('', [1]), 5));
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
  try { show(str_replace($a, $o, 'abc'));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show((function (&...$all) { foreach ($all as &$one) { $one = 'set';
  } return $all;
  })(...$a));
  show($a);
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
  try { show(call_user_func($g, $a));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { show(array_filter($a, $g, ARRAY_FILTER_USE_BOTH));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }try { $e = error_get_last();
  show($a[$o] ?? 'none');
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$o = new Counted;try { uksort($a, $g);
  show($a);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage(), "\n";
  }$a = ['x' => 1, 'y' => 2, 'z' => 3];
  $b = $a;
  Hook::$do = null;
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
  try { show(compact('a', 'b', 'none'));
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
echo "\n#end\n";
