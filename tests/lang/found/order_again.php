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
    Hook::$turns = 0;
    Plain::$s = [1, 'k' => 2];
    Plain::$t = 4;
    set_error_handler(function ($level, $message) {
        // While an operand or a key is converted, PHP goes on with whatever the handler leaves of it.
        if (preg_match('/^(Array to string|Implicit conv|Decrement on|String offset)/', $message)) {
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

function p74() {
  $a = [];
  $b = ['k' => 1, 'l' => [1, 2]];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $a['k'] = 8;
  return 'k';
  };
  if (two(three: (function () { return func_get_args();
  })((t(($o = new Mortal)) <=> (($f = fn($x = 1) => t($x))(($a[] = match (true) { (two(0, 0)) == 1 => ([$a, [$a, $a]] = [0, [0, 0]]), default => t($a = &$a) })))), strlen(($o = new Mortal))), one: ($a + ($a = ['none'])))) { '1';
  echo "\n";
  } else { for ($z = 0;
  $z < 3;
  $z++) { byref($a[$s][], match (true) { ((Plain::$t .= t(true))) == 1 => $b, default => (($i = 1) + $i) }, $b);
  echo "\n";
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p323() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = null;
  $f = function &() use (&$a) { return $a;
  };
  try { show(($a[$s] .= t(t($a = &Plain::$s[$i]))));unset($b[$o]);global $gg;
  $gg = two(...['two' => (throw new Exception("{$a[0]}{$s}")), 'one' => t(($o = new Plain))]);
  $b = $gg;
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  t('p');
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p359() {
  $a = [1, 2, 3];
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $a = $o;
  return 'k';
  };
  try { if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } show(($o->q[$i] .= t(([$a, $s] = t($a = &$a)))));
  } unset($v);
  }echo (($a[1.5]->p = &$a[$i = 'none']) + ($i + ($i = 0))), (string) t(5), ($o[] = ($o[$i = true] = ($$s = (([Plain::$t, $a[0][0]] = t($o->m(0, 0))) ?? two(two(three: ([$a, $b] = [$b, $a]), one: ($a = 0)), three: "{$a[0]}x")))));
  ($b[t(null)][] = two(($o->k[$i = 0] = ([byref($a, ($a += t(0)), $a[0][]), 'k'] ? byref(...$a) : match (true) { ($o->take($a, ([$a, [$a, $a]] = [0, [0, 0]]), $a)) == 1 => $i, default => ($a = byref($a, 0, $a)) })), Magic::none((Magic::none((t(((0) || (0))) instanceof Plain)) === (($$s = &$a[]) === $o->take($a[], ref($a)))))));
  echo "\n";foreach ($b as $a[$s]) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $o?->p;
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p539() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  $o->m((([&$b, $a] = $a) - $o->m((($a + ($a = [2])) ? isset($a) : count(([$i, $a[0][]] = [$a, $i]))), (Plain::$s[$f()] .= t($f(($o?->m(0)?->p ?? $a)))))), $a[$f()]);
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield (($i = 0) + $i);
  byref(...$a);
  echo "\n";
  yield $x => isset($a[$s][$i++], $a[$f()]);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p669() {
  $a = [];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a);
  };
  $o->take($b[$f()][$i++], isset($a[++$i][$s], $o->k), $a[$i]);
  echo "\n";(Plain::$s[$f()] *= t(($s[] = (($i = '1') + $i))));
  echo "\n";if ([(!(($a = [t($i) => ($b = $i), (function () { return func_get_args();
  })(((($a = 0)) || ($a)), (@$a[0])), 1 => $o->take($s, count(t(0)))]))), ([$i, $a[t('1')]] = [$a, $i])]['1']) { ($o = new Plain);
  echo "\n";
  } else { echo t($o->take($o->{$s . $i++}, ([&$i, $o->none] = $a))), (string) t(5), (two(...['two' => t($o[$i++] = &$a[]), 'one' => ($i ?? t(byref($a, $a)))]) ?: two(...[(($i = 'k') + $i), (((string) t(5)) && (t($b)))]));
  }((--$a) ?? t(empty($o->none)));
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p674() {
  $a = 5;
  $b = new Plain;
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $o = new Plain;
  return 'k';
  };
  try { unset($a);show((@$o->none[$i++]));
  if (two(...[$o->m(($a ??= ($i + ($i = 'l'))), ($a[]++)), (--$a)])) { for ($z = 0;
  $z < 3;
  $z++) { for ($z = 0;
  $z < 3;
  $z++) { (--$o->none[t(0)]);
  echo "\n";
  } } } else { echo $o?->m(($b[$i++] += t(t(count($f(($a = 0)))))))?->p, "$s$s[0]", [($a)[$o] => two(three: ($a + ($a = [0])), one: ($o->{(string) t(5)} = Plain::make($i)->p)), ($o = $o->i = ($a = $a?->none[$i])), $f() => ($a = [$a, (function () { return func_get_args();
  })(([$o->p, $a] = ($a |= t(($i + ($i = 0))))), ($o[] = [$o[$o] => 1] + [t('p')]))])];
  }global $gg;
  $gg = $a?->p[++$i];
  $b = $gg;
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ($a + ($a = [0]));
  echo "\n";foreach ($o->take($b, ($a[t($i)][$i = 1] = $a[t($i)] . $f(two($f(($a + ($a = ['l']))), (function () { return func_get_args();
  })(($b[$s] = $b[0] = byref($a, 0)), (new Plain(($a = 0)))))))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } switch (two(three: t(($a[$i] = $o[$i = 0] = $o->{$s}($i))), one: (((['k' => &$a['k']] = $b)) || ((--$o->none))))) { case ($i . $i++ . $i): echo 'one ';
  case ($a = [$a, $o->i]): echo 'two ';
  break;
  default: echo 'other ';
  } } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p709() {
  $a = [1, 2, 3];
  $b = [];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $s = [];
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  ([$a, $b] = [$b, $a]);
  echo "\n";$i;
  echo "\n";[...(array) ((($f = fn($x = 1) => t($x))($s))), ([$i, $s[2]] = [$a, $i])];
  echo "\n";((bool) ([byref(Plain::$s[$s], byref($a, t((([0 => $a, 0 => $a] = 0) ?: isset($a))), $o->q->p)), ($a[1.5][] = ($a[$i] ??= ($a[0] = ($a = ($a += t(0))))))][t('none')]));
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p808() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  try { foreach (($a)[$o] as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($i . $i++ . $i);
  echo "\n";
  }show(($a[t('k')][] = two(three: ((($a[t(0)][$i++] = &$b) % ($a)[++$i]) ?: ($o = new Magic)), one: byref($o[$i][], ($o->q[t($i)] = [$a[(($a = &$a) + 0)] => 1] + [(($a += t(($a += t(0)))) ?? ($a = (($a = &$a) + 0)))])))));(isset($a, $o[null]) ? t('p') : byref(...$a));
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  switch ([$f() => $i, $s, 1.5 => $i]) { case (--$o[t(1)][$i]): echo 'one ';
  case (("$s$i") || ((function () { return func_get_args();
  })((($f = fn($x = 1) => t($x))(byref(...$a))), Plain::make(Plain::make((function () { return func_get_args();
  })(Magic::none(($a += t(0))), [($a = 0), $o->m(0, 0)]))->p)->p))): echo 'two ';
  break;
  default: echo 'other ';
  }if ((string) t(5)) { foreach (($o->k['none'] = byref($a[$s], ($a ?? (!($o->{t('p')}(strlen(0))))), $a[2][])) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } echo ($b['k'][$i++] ??= ((list(, $i) = ($a = ((int) (0)))) ? 'l' : ($a[] += t(($i . $i++ . $i))))), 'k', t($s = &$a[]);
  } } else { foreach ($b as $b[++$i]) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p811() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $o = new Plain;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = new Plain;
  };
  try { foreach ((($i = 2) + $i) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } unset($s[$i = 'l']);
  }($f() . $i);
  echo "\n";
  ref($b);
  echo "\n";($o[null]['1'] = two(...['two' => [...(array) (($b ?? ($s[++$i] = $b[t($i)] = ($a[0][] = ((0) && (0)))))), byref($a[$s], ((fn(&$x, $y) => $x = $y)($a[], ($a = ($i . $i++ . $i)))), $i)], 'one' => two(($o->i = $o->m(two(...['two' => (list(, $a) = 0), 'one' => two(0, 0)]), (@Plain::$s[0]))), match (true) { (([&$i, $o[]] = $a)) == 1 => ((int) (byref($a, ($a = 0)))), default => $o?->m(two(three: $a, one: byref($a, 0, $a)))?->p })]));
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  (clone $o)->p;
  echo "\n";(((new Plain($o->take($b, (($o->p[0] = $o) == "$sx"))))) && (-1));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p815() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = null;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = 'k';
  };
  ($a[0] = $o->q->p . ($o = new Magic));
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { ($b = strlen(($i + ($i = 1.5))));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p876() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = null;
  };
  2;
  echo "\n";$i;
  echo "\n";if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ([$s => $a[$i]->p, $i = 0 => $a[$s][$s]] = ($o = $o->k = strlen((throw new Exception($s)))));
  echo "\n";
  } unset($v);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p890() {
  $a = [[1, 2], [3, 4]];
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a = 0;
  return 'k';
  };
  byref(...$a);
  echo "\n";(([$a[$i = 'k'][1], $o->k[null]] = $o?->m($s)?->p) . ([$i++ => $b[], $i++ => $b] = $o->take($b, t(byref(...$a)))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p928() {
  $a = new Plain;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $b = $a;
  };
  (ref($a))[([$a, $b] = [$b, $a])];
  echo "\n";foreach ((--$s) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (($i = 0) + $i);
  } finally { (($b[$s][t('l')] ?? ($i . $i++ . $i)) ? ($a = [$a, ((([$a[0], $a] = (['k' => &$a['k']] = $b))) || (($a[$i = 0][$i++] ?? (print(byref($a, 0, $a))))))]) : (((array) ("x$s[0]{$i}x")) ?? ['none', ($a[0]->p + ($a = [$a[0][0] => 1] + [($a += t(0))]))][++$i]));
  } })();
  show($c);
  }echo (($i = '1') + $i), (string) t(5), ($f() . $i);foreach (true as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } global $gg;
  $gg = (($i = null) + $i);
  $b = $gg;
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1083() {
  $a = [[1, 2], [3, 4]];
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { Plain::$s[] = 4;
  return 'k';
  };
  $o->take($o->none, (function () { return func_get_args();
  })(([t(1) => $o->q, (Plain::$s = ($a++)) => $b[1]] = two($a, three: [(t($a = &$a) . ([0 => $a, 0 => $a] = 0)), $o->m(([$a, [$a, $a]] = [0, [0, 0]]), two(0, 0))])), (['k' => &$r] = $b)));
  echo "\n";$f((Plain::$s[-1] = ((['k' => &$i] = $b) ?? ($b[0][0] = byref(three: $a[], one: $a)))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1091() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i = 'k';
  };
  try { $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ([&$a['k'], Plain::$s] = $a);
  } finally { ([&$a['k'], $o->next->p] = $a);
  } })();
  show($c);
  foreach (2 as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } unset($s[$i++]);
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $o->{$s . $i++}(two((($i = -1) + $i), (ref($a))[$i]));
  echo "\n";(($i = 'k') + $i);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1105() {
  $a = new Magic;
  $b = ['k' => 1, 'l' => [1, 2]];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { throw new Exception("thrown");
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = new Plain;
  };
  [([$o => $o->none->p, $s => $a] = [($b ??= $o->m(($a[] = ($a = 0)), $i)), (([&$i, $a] = $a) ?? match (true) { (($o->p[0] ??= (0 ?: 0))) == 1 => ((0 ? 0 : 0) ?? (0 + 0)), default => two(([$a, $a] = 0), three: 0) })][$i++]), ($a[] = ($i . $i++ . $i))][t($i)];
  echo "\n";foreach ($o?->q as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } (($f = fn($x = 1) => t($x))([$i++ => ([$o => Plain::$s[$i++], $i++ => $a] = ($b[0] ?? Plain::make($a?->p[0])->p)), ([$a, $b] = [$b, $a]), $i = 1 => 'none']));
  echo "\n";
  }foreach ($b as $b) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1257() {
  $a = null;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  ($o->i *= t(([([$a[], $o->i[t($i)]] = ($$s = $o->m($o->m(0, 0), two(0, 0)))), (['k' => &$b] = $b)] ?? $o?->m((new Plain(($o[] = [$s[t($i)][0] => 1] + [($a[0] = $a[$i = 0] = $a)]))))?->p)));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1259() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  try { for ($z = 0;
  $z < 3;
  $z++) { $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield byref($a, byref($a[], (list(, $a) = two([0, $i], (clone $o)->p))));
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ((($b[t($i)][] = [...(array) (t(0)), match (0) { 0, 0 => 0, default => 0 }]) < match (($a[0] ??= ((0) && (0)))) { byref($a, t(0)), ($a = (new Plain(0))) => ([$a[0][], [$a, $a[0][]]] = [$a, [($a ??= 0), ([$a, $a] = 0)]]), default => ($a = ($a += t(0))) }) ? ($b = [$b[$i] => 1] + [[isset($a[0], $a[0]), ($o = new Mortal)][$f()]]) : (($b[] |= t(($a = (0 ?? 0)))) == ($o->p->p -= t((($a = &$a) + "x$s[0]{$i}x")))));
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield two(three: ((fn(&$x, $y) => $x = $y)($a, match ((0 ?? 0)) { $f(0), "x$s[0]{$i}x" => ($i + ($i = 0)), default => [0, 0][0] })), one: ($a = $i));
  ($b[] = ($a = t(0)));
  echo "\n";
  yield $x => (t((($f(byref($a, 0, $a))) || ($o->take($a, $a)))) instanceof Plain);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } yield $x => ($a[t(null)] = $o->take($a[$s], t($f((ref($a))[0]))));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } yield $x => ($a[$o] = $a[t('1')][$i++] . (($a[0] ?: empty($b[$i = 0][0])) ?: two(...['two' => t($o->next->p = &$s[null][]), 'one' => ([$a, $s] = ($f() . $i))])));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  ((($i = 'l') + $i) % ($a = [$a => 1] + [[null => (($f = fn($x = 1) => t($x))(two("{$s}$s[0]{$i}$s[0]", three: ([$a, $a] = $o->take($a, 0))))), (throw new Exception("{$a[0]}{$s}")), $i++ => (print(t(([$a, $b] = [$b, $a]))))]]));
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1286() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  try { show(two([([$o[], $b[$f()][$f()]] = $a), ($a = ($s ??= ([...(array) (two(0, 0)), byref($a, 0, $a)] ?: $a?->q[t(0)])))], three: ($a = [$a, (Plain::$s[$s] *= t((($i = 'k') + $i)))])));(($f = fn($x = 1) => t($x))($o?->m(two(three: $s . $i++, one: ($o->p .= t("$s{$s}"))))?->p));
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } show(($a[two(three: ([$a, [$a, $a]] = [0, [0, 0]]), one: two(...['two' => 0, 'one' => 0]))][null] += t(byref(...$a))));
  } unset($v);
  }$a;
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1300() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  foreach ((--$a[$f()][$o]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } show((($o->take($a[$i = true]->p, ($o->k[++$i] += t((($i = 0) + $i))))) && (($b[$i++][$i++] = two((t($o->m($i, ($a += t(0)))) instanceof Plain), strlen((!(Magic::none(0)))))))));
  }($b[$i] = $o->p . (Magic::none([byref($b, $s . $i++, Plain::$s[0]), t(($a[] = byref($a, 0)))]) ?? two($o->m(two(...[true, ((([$a, $a] = 0)) && (two(0, three: 0)))]), ($o->{'k'} = true)), three: t(two(three: $a, one: $s)))));
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { ($a[] = ($a[] = (t(byref(...$a)) instanceof Plain)));
  echo "\n";
  }$r = &Plain::$s[1];
  show((list(, $a[2][]) = byref($o[$f()][$s], byref($b[], ($a = $o->m(Magic::none(0), ($i . $i++ . $i)))))));
  unset($r);
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1371() {
  $a = [1, 2, 3];
  $b = new Magic;
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a = [];
  return 'k';
  };
  two($i, three: two($f(((array) (([$i, $a[0]] = ([$a, [$a, $a]] = [(0 ? 0 : 0), [(['k' => &$i] = $b), (print(0))]]))))), three: ($o->{"$s$i"} = ($a = [$a, Plain::make(($a |= t(($a = 0))))->p]))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1388() {
  $a = null;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $b = $a;
  };
  try { unset($b[$o]);unset($o->q);
  (Plain::$s[$s] = two(...[t($o), (((int) ([$f() => ($a = byref($a, 0)), ([$a, [$a[0][], $a]] = [($a + ($a = [0])), [isset($a), $a]]), $i = 'k' => ((int) (isset($a)))])) + two(...[two(...[(($f = fn($x = 1) => t($x))('k')), ($a + ($a = [1]))]), ($i + ($i = 1))]))]));
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $o?->p;
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1470() {
  $a = [[1, 2], [3, 4]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Plain;
  $f = fn($x = 1) => t($x);
  try { $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { show(($o->i = two(three: ($s ??= ($a = [$a, ($a + ($a = [1.5]))])), one: ([$i = 0 => $a, -1 => $a[$i][]] = 2))));
  } finally { return ($a[(($i = -1) + $i)] = ($o[$i++][] = $o->take($a, t(($i + ($i = true))))));
  } })();
  show($c);
  show((($s[$i] = &$o->q) == t((($i = 1.5) + $i))));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  for ($z = 0;
  $z < 3;
  $z++) { byref($a[$s][], (($i = 2) + $i));
  echo "\n";
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1540() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  try { unset($i);$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return [$i++ => $o->m(Plain::make(two(...['two' => ($f() . $i), 'one' => (two((--$a), (0 ? 0 : 0)) ? ($a .= t((ref($a))[0])) : ($a[] = t(0)))]))->p, isset($b[$s])), empty($b), ($o->q = ($b[0][$i]++)) => [...(array) (t(($a[t(1)] ??= ($a = ($a[] = $f(0)))))), t(($o->none++))]];
  } finally { ((fn(&$x, $y) => $x = $y)($o->none[$i++], (!((Plain::$s ??= (Plain::$s[t(2)] ??= (new Plain([(clone $o)->p, ($a = [$a, 0])][0]))))))));
  } })();
  show($c);show($f((($i = null) + $i)));
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  for ($z = 0;
  $z < 3;
  $z++) { $r = &$o[t($i)];
  foreach ($s as $a) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } unset($r);
  }foreach ($b as $a[null]->p) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1563() {
  $a = null;
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $o = null;
  return 'k';
  };
  try { echo $f($o->m(two(([$a, $b] = [$b, $a]), three: byref(...$a)), two(($s[t('1')] ??= ($a?->i[$i] ? byref($a, two(0, 0)) : ($a = ($a = 0)))), three: ($b ??= two(...['two' => [$s => ([0 => $a, 0 => $a] = 0), ((0) || (0)), 0 => [0, 0][0]], 'one' => ((int) ([0 => 0, 0, 0 => 0]))]))))), 'k', (($o[$o]++) ? [...(array) ([($a[null][$i++] = [(['k' => &$a['k']] = $b), (print(($a ??= 0)))]), ($o->next->p ??= (isset($o->next->p, $a[0]) ?? ($a = ref($a))))]), two(byref($s, ($a = ($i + ($i = 1))), $o->none), three: $i)] : ((Plain::$s[$s]) || (($o = $o->i = match (true) { ((ref($a))[1]) == 1 => ([$a[0], $a[0][0]] = ([$i, $a] = [$a, $i])), default => byref($a[0], $o, $a[0]) }))));unset($o->p);
  foreach (([$o->i, [$s[$s][], $o[t(2)]]] = [(($i = 'k') + $i), [($a['none'] = "{$a[0]}{$s}"), ($o->k ??= ($b[++$i] = byref(...$a)))]]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } [(throw new Exception("{$a[0]}{$s}")), (function () { return func_get_args();
  })('k', (t($o->{"{$a[0]}{$s}"}($o->{"{$a[0]}x"}(count(0)))) instanceof Plain))];
  echo "\n";
  }(($i = 0) + $i);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $a?->k[$s];
  echo "\n";$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { (clone $o)->none;
  echo "\n";
  } finally { return two(...[($o->next->p = $a . ($i = (print(null)))), (($i = 0) + $i)]);
  } })();
  show($c);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1581() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $s .= 'h';
  };
  try { ($i . $i++ . $i);
  echo "\n";isset($o->{t('p')});
  echo "\n";
  global $gg;
  $gg = ((list(, $o->i->p) = "{$a[0]}$s[0]") <=> two($f(($a = ($f() . $i))), ($b++)));
  $b = $gg;
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  two(...[byref(Plain::$s[$s], $i), (($i = -1) + $i)]);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1686() {
  $a = [1, 2, 3];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  ($i + ($i = 2));
  echo "\n";(print((--$s)));
  echo "\n";$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { foreach ($a as $s) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } } finally { return ($a)[t(1)];
  } })();
  show($c);two(three: t((@$$s)), one: ((['k' => &$i] = $b) + ([$a, $b[$i]] = ($o = new Magic))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1703() {
  $a = null;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a['k']);
  };
  try { unset($a);unset($o->q);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  ($a *= t(byref($a, $o->m($i, ((int) ($o->m(($a .= t(($a += t(0)))), (list(, $a) = ($a += t(0))))))), $s)));
  echo "\n";$f((list(, $o[++$i]) = [(Plain::$t = 'k'), two(...['two' => $i, 'one' => (--$a[0])])]));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1704() {
  $a = [];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  foreach ($a as $a[$i++]) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } }$r = &$b;
  show("{$a[0]}x");
  unset($r);foreach (((throw new Exception((string) t(5))) == two(three: (Plain::$s ??= (list(, $a[$i++][]) = ((match (0) { 0, 0 => 0, default => 0 } ?? [0, 0][0]) % ($a ??= ($a + ($a = [0])))))), one: (($i = '1') + $i))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ([Plain::$t, $o[$i = true]] = ($i + ($i = true)));
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1707() {
  $a = [];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = null;
  };
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield (Plain::$s = Magic::none(((fn(&$x, $y) => $x = $y)($b[$i++], (throw new Exception($s . $i++))))));
  foreach ($b as $b[]) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } yield $x => byref($b[], two(t($o->none[$f()] = &$o[]), three: ($a .= t($f((((0 ? 0 : 0) ?? [0, 0]) <=> "x$s[0]{$i}{$s}"))))), $a);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }$i;
  echo "\n";switch (byref($o->i, ((($a)['l']) && ($a)))) { case byref($o->next->p, 1, $a): echo 'one ';
  case $o?->m(t(($a[1][] = $o?->m((($i = 'none') + $i))?->p)))?->p: echo 'two ';
  break;
  default: echo 'other ';
  }if (byref($o->q[$o], (Plain::$s = [$s => ([$a[0][$s], $a[0][$i]] = ($a ??= (($f = fn($x = 1) => t($x))((($f = fn($x = 1) => t($x))(0)))))), ($a)[t($i)], $i++ => two(...['two' => ([$a, [$a[0][0], $a[$s][]]] = [$f(($a = 0)), [$s, ($i . $i++ . $i)]]), 'one' => (throw new Exception($s))])]), $a[t($i)][])) { $a;
  echo "\n";
  } else { if (([$i++ => $b[$s][], $i++ => $a[1]] = ($i . $i++ . $i))) { ($a[t(1.5)][] = [$a[$i++] => 1] + [(clone $o)->none]);
  echo "\n";
  } else { switch (((int) (t(($a ?? (['k' => &$b] = $b)))))) { case ($a = [$a, two($a, ($a[0] *= t(($a === ($a++)))))]): echo 'one ';
  case t('p'): echo 'two ';
  break;
  default: echo 'other ';
  } } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1719() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  try { Plain::make(byref($s, ($a[t($i)] = [$$s => 1] + [(ref($a))[$f()]]), $a[null][$i = 1]))->p;
  echo "\n";$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { $o->take($b, Plain::make(two(((bool) ((ref($a))[$i])), three: ((int) ((list(, $a) = t($a = &$a))))))->p, Plain::$t);
  echo "\n";
  } finally { return t($o?->i);
  } })();
  show($c);
  foreach ((!(((int) (($a[$s] ??= ($o?->m(($i . $i++ . $i))?->p ? ($o = $o->p = isset($o->next->p)) : ($i . $i++ . $i))))))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } show('k');
  }for ($z = 0;
  $z < 3;
  $z++) { ("x$s[0]{$i}x" ? ($i + ($i = '1')) : ($b[t('l')][$i++]++));
  echo "\n";
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  'k';
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1728() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  try { two(($b[$f()] = $b[$f()] = ($a + ($a = [0]))), ([$o->k, $b['l'][]] = (!(($a = [$a, [$i = '1' => ([$a, $b] = [$b, $a]), (($i = null) + $i), $i = 2 => byref($a, ((array) (0)))]])))));
  echo "\n";$o->take($a['none']->p, ($s += t(byref($o[++$i][$s], ($a[$s][] = (($i . $i++ . $i) ?? ($a + ($a = [2]))))))));
  echo "\n";
  show((--$a[$s][$i++]));([t($i) => $a, t($i) => $b[$i = 2][]] = Magic::none((count((Plain::$t |= t(two(two(...[0, 0]), $o->take($a, 0))))) ?? ($f() . $i))));
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $r = &$a[t($i)];
  switch ((clone $o)->q) { case [(!(((($a[0][0]++)) || (([((0) || (0)) => $o->p, $f() => $o[]] = $o->m((['k' => &$i] = $b), [0 => 0, 0, 0 => 0])))))), ([$i = 'none' => $a[t($i)]->p, t($i) => $b[null]] = (ref($a))[$i++])]: echo 'one ';
  case (($b = ([$a, $b] = [$b, $a])) <=> ($f(((array) ("{$a[0]}x"))) - (Plain::$s[0] = $a . $o->take($b[], byref($a[], ($a += t(0))))))): echo 'two ';
  break;
  default: echo 'other ';
  } unset($r);$g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($a[$o]++);
  $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return [($o = new Plain), ((int) (byref($b['none'][], ($a[0] |= t(($a = [$a, $f(0)]))), $b)))][(print(((int) (([$a, $b] = [$b, $a])))))];
  } finally { [byref($s, (($i = 'l') + $i)), $i][1];
  } })();
  show($c);
  yield $x => ($a)[$s];
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1768() {
  $a = [[1, 2], [3, 4]];
  $b = 'string';
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a['k'] = 8;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a['k'] = 8;
  };
  $r = &$b[];
  global $gg;
  $gg = ((bool) (([$a, $b] = [$b, $a])));
  $b = $gg;
  unset($r);foreach ($o as $o->p) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } }if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($i . $i++ . $i);
  echo "\n";
  } unset($v);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1936() {
  $a = [];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = null;
  };
  try { $b;
  echo "\n";($f() . $i);
  echo "\n";
  show($o->m($o->{"{$a[0]}$s[0]"}([(--$b[0]), two(($a[0]->p = [$i => ($i + ($i = 0)), (@$a), 0 => ($a += t(0))]), ([$a[$o][], Plain::$s] = ([&$i, $a[0][]] = $a)))]), (!(($b[] = (($i = 0) + $i))))));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  switch (((array) ($o->{"{$a[0]}$s[0]"}))) { case ([Plain::$s[t(1.5)], Plain::$t] = ([&$b, $o->none] = $a)): echo 'one ';
  case (($f = fn($x = 1) => t($x))(([$s => $o->k[1], $s => $b] = ((array) ((($a + ($a = ['k'])) ?? byref(Plain::$t, ($a[0][] = t($a = &$a))))))))): echo 'two ';
  break;
  default: echo 'other ';
  }t(($a = ($a)[$o]));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2031() {
  $a = new Magic;
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { Plain::$s[] = 4;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $s = [];
  };
  try { global $gg;
  $gg = $o->take($o[null], -1, Plain::$t);
  $b = $gg;
  foreach (($f() . $i) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } echo empty($o->k[$i = -1]), $s, [$i = 'k' => (clone $o)->p, ($o->none->p = (throw new Exception("$sx"))), $s => t($b[1] = &$$s)];
  }if ($$s) { ([$i, $a[$s][$i++]] = [$a, $i]);
  echo "\n";
  } else { empty($o->{'k'});
  echo "\n";
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  unset($o->k);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2048() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = new Plain;
  };
  $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $r = &$b['k'];
  foreach ($o as $o[0]) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } unset($r);
  } unset($v);
  } } unset($v);
  } } finally { return ($b = ['l' => ($i . $i++ . $i), ([$a, $o[$i++]] = ([&$r, $a[$i = 2][]] = $a)), $i++ => (t(($a + ($a = [1.5]))) instanceof Plain)]);
  } })();
  show($c);show(($s[t('none')][$f()] = $a?->none[null]));
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2057() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = null;
  $f = function &() use (&$a) { return $a;
  };
  try { unset($o->p);
  unset($o->i);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $o->m(byref($b[], ($o = $o->none = [t($a[0] = &$a), (['k' => &$b] = $b)][$o->take($a, two(...['two' => 0, 'one' => 0]), $a)])), $o->take($s[t($a = &$a)], ([true => $o[$i++], t('none') => $a[$i = 'none']] = (([$b, $a] = (($a = 0) == $a)) ? (--$a[0]) : t($a[0][] = &$a)))));
  echo "\n";unset(Plain::$s[$i++]);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2080() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  byref(three: $b[-1][], one: $o->none);
  echo "\n";isset($a);
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2133() {
  $a = new Magic;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = null;
  };
  ([$s, $s] = (new Plain(byref(three: $o->none, one: $a[$f()][]))));
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { unset($a);
  }($a)[t(1)];
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2225() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = [];
  };
  try { ([$i => $o[], null => $o->none] = two(three: ($o->q = ($a)[$i]), one: byref($a['none'], ([$a, $b] = [$b, $a]))));
  echo "\n";((array) (($a + ($a = [true]))));
  echo "\n";($b[($a[$i][] = two(byref($a, 0), $f(0)))] = [($i + ($i = 1.5)), ($a)[$f()]]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  $r = &Plain::$t;
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { ((bool) (($a[0][0] = $a[0]->p . ((int) (($a = 0))))));
  echo "\n";
  } finally { return (@$s);
  } })();
  show($c);
  } unset($v);
  } unset($r);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2230() {
  $a = [1, 2, 3];
  $b = ['k' => 1, 'l' => [1, 2]];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $a = -1;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { if (([$b[], [$b, $s]] = [([&$b, $a[0]] = $a), [([$s => Plain::$t, t(0) => $b[]] = ([t(2) => $a[], null => $b[]] = $o?->none)), byref(three: $a[$i++], one: $b)]])) { foreach ((function () { return func_get_args();
  })(($o->none[t($i)] ?? byref(three: $a, one: $o->i)), (throw new Exception($s . $i++))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (Plain::$t = $a . ($b = count(($a = ($a = [$a, 0])))));
  } finally { ($b[$i] = ($o = null));
  } })();
  show($c);
  } } else { $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return Plain::$s;
  } finally { ($a = [$a, ($a = [$a, two("{$a[0]}x", isset($o->i->p))])]);
  } })();
  show($c);
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  echo ([$a, $b] = [$b, $a]), "$s$i", empty($a);show(($s ??= $o->take($a[$i = 'k'][(list(, $a[0][]) = (@$a))], [...(array) (($i + ($i = -1))), isset($i)])));
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2330() {
  $a = null;
  $b = new Plain;
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $s = [];
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = null;
  };
  try { foreach ($o->m(($b[isset(Plain::$s[0])][2] ??= $a), ($o->next->p = $o?->none)) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($b[$i++] = $o[$i = 1] = (Plain::$s['l'] += t(($a[t(0)] = $o->take(Plain::$s[0], byref($a, (0 ?? 0)), $a[0])))));
  echo "\n";
  }$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ($o = $o->q = (t(($o->q = empty($a))) instanceof Plain));
  } finally { ($i + ($i = 'k'));
  } })();
  show($c);
  ($o->p[$i++]++);
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { t(((@Plain::$s[$i++]) ? (new Plain(($a[0]++))) : (($a[0][0] |= t(($b ?? ($a = 0)))) % (throw new Exception("{$a[0]}$s[0]")))));
  echo "\n";
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield $o->i;
  match (true) { ((throw new Exception($s))) == 1 => ($s = [[$s => two(...['two' => byref($a, 0, $a), 'one' => $a]), two(t(0), three: (0 + 0)), 'none' => $o->m($o?->p, ($a = 0))], $o?->p][$s]), default => ([$a, $b] = [$b, $a]) };
  echo "\n";
  yield $x => [(clone $o)->i, (!((($i = 'k') + $i)))];
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2360() {
  $a = [[1, 2], [3, 4]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Plain;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a['k'] = 8;
  };
  try { 1;
  echo "\n";$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ((int) (($b[]++)));
  } finally { "$s[0]$s[0]{$i}$s[0]";
  } })();
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  foreach (($s ?: byref($s, ($s[$i++] *= t(((--$a) ?: Plain::make($o->m(($a += t(0)), ($a = [$a, 0])))->p))), $o->none)) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } show(((fn(&$x, $y) => $x = $y)($a[null]->p, $o->take($a, "{$s}$s[0]{$i}$i", $o->none->p))));
  }for ($z = 0;
  $z < 3;
  $z++) { match (($o->none['none'] = byref(...$a))) { ($i . $i++ . $i), ($i . $i++ . $i) => (($i = -1) + $i), default => ($b[] = (function () { return func_get_args();
  })((list(, $a[0]) = ((ref($a)) || ((($a = &$a) + 0)))), (($a?->p[$s]) && (($a = two(...[0, 0])))))) };
  echo "\n";
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2370() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  try { [t($i) => two(...[$i, empty($b['none'])]), ((array) ((new Plain(true)))), 1.5 => $i];
  echo "\n";$r = &$$s;
  foreach (byref($s, two(t(((!(([$a, $a] = 0))) <=> ($a[0][] -= t($o->take($a, 0))))), three: (new Plain(two(t($a = &$a[]), ($o->m(0, 0) ?? $o?->p))))), $s[++$i][]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($a)[$f()];
  ([$a, $b] = [$b, $a]);
  echo "\n";
  yield $x => t($o->k = &$b[2][++$i]);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } unset($r);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  $o->{t('p')}($a);
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2383() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  try { ($s = "{$a[0]}$i");
  echo "\n";$g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield [$f(two(...['two' => two($i, ($b[$f()] = $b[null] = ([$a, $a] = 0))), 'one' => (($o->{'k'}(0) ?: (0 + 0)) ? [$i = 0 => ((0) && (0)), two(0, three: 0), 0 => byref($a, 0, $a)] : byref($a[], (($f = fn($x = 1) => t($x))(0)), $a))])) => (function () { return func_get_args();
  })(((($o->{t('p')} .= t("$i$s[0]{$i}$i"))) || ($o->take($a[2][], $f(([0 => $a, $s => $a] = (t(0) instanceof Plain)))))), ($a = (ref($a))[++$i])), (($i = 1) + $i), ++$i => ref($a)];
  [...(array) ([byref($a, t(($a = ($a += t(0)))), $b[null]), (($s = (list(, $a) = ($a = 0))) . ($a[] = ([&$b, $a] = $a)))]), ($b = (Plain::$s[t('none')] ??= [(($i = -1) + $i), strlen((0 + 0))][$i = 2]))];
  echo "\n";
  yield $x => $o->{'k'}((empty($o[$i = 'k']) ? byref($b, strlen((((($a = 0) + (($i = 0) + $i))) && (($a = t(0)))))) : ($a + ($a = [2]))));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }for ($z = 0;
  $z < 3;
  $z++) { ([$o->k, $$s] = (Plain::$s[$i++] ??= ((bool) (byref(...$a)))));
  echo "\n";
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  foreach ($b as $o->q) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2466() {
  $a = [];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  try { $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($i + ($i = 'l'));
  show(($b[1.5]++));
  yield $x => ($o->none[$f()] = "$s[0]$s[0]{$i}x");
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }for ($z = 0;
  $z < 3;
  $z++) { $r = &$b[];
  echo two(byref($a[null][], (function () { return func_get_args();
  })($i, (clone $o)->k)), [$o?->m((print(match (true) { (0) == 1 => 0, default => 0 })))?->p, (isset($o->p[0]) ? two($i, three: (0 ?? 0)) : (['k' => &$i] = $b))]), $s . $i++, (Plain::$s[null] ??= Magic::none(strlen((--$a))));
  unset($r);
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  unset($o->q->p);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2478() {
  $a = new Plain;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  try { $o?->m(($a)[$i++])?->p;
  echo "\n";(([$b[++$i][], [$a[$i], Plain::$s]] = [byref($o[$i = 1.5], $o->take($a[$f()][], ([$b[], $o->p] = ($a = [$a, ($a = 0)])))), [($o[] *= t((($i = true) + $i))), ($b[$i++]++)]]) ? ((bool) (($a[null][] -= t(($o[$s][] = "{$a[0]}$s[0]"))))) : ([$a[$o]->p, [$i, $o->q]] = [($i . $i++ . $i), [($i . $i++ . $i), ((bool) (($o[$i++] = ($o = $o->i = ($i . $i++ . $i)))))]]));
  echo "\n";
  global $gg;
  $gg = two(...['two' => (function () { return func_get_args();
  })([$i, ([t('1') => $a[0]->p, $i => $a[0]->p] = ([$a[0], $a] = two(($i . $i++ . $i), three: t(0))))], (($f = fn($x = 1) => t($x))(([$b[null], $s] = ($o[$f()][] = $a[0][0]))))), 'one' => byref($b[1], (!($s)))]);
  $b = $gg;
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ($i ??= ((list(, $a) = ($o->none = $a . 2)) === $a));
  } finally { ([([&$b, $a[$f()]] = $a) => $o[$f()], t($i) => $$s] = isset($b, $a[$s]));
  } })();
  show($c);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2524() {
  $a = new Plain;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Plain;
  $f = fn($x = 1) => t($x);
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield (clone $o)->q;
  (ref($a))[Magic::none(((array) (($a = (0 ?? 0)))))];
  echo "\n";
  yield $x => ($i + ($i = 'l'));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }switch (two((t(($a[t(1.5)] *= t(($a[(0 + 0)]->p ??= ([$a, Plain::$s[0]] = ($i . $i++ . $i)))))) instanceof Plain), three: $b[$b])) { case ($a = (list(, $o->q->p) = $o->take($a, ($a = ref($a[0]))))): echo 'one ';
  case (Magic::none(byref($o->k, two(...[($o->p[0] = $o[t(0)] . Plain::make(($o = $o->p = 0))->p), ([null => Plain::$s[0], $i => $a[0]->p] = [$i => (ref($a))[0], ([$i, $a] = [$a, $i]), $o => ($a[0] = $a[0] = 0)])]))) ?? ([$s => $b[], $i++ => $o->q] = ($o->none ??= t(($o->p = ([0 => $a, 0 => $a] = $i)))))): echo 'two ';
  break;
  default: echo 'other ';
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2581() {
  $a = [1, 2, 3];
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $i++;
  return 'k';
  };
  try { $o->take($b[$i = 'l'][], ($o[] |= t(($i . $i++ . $i))), $a);
  echo "\n";($a .= t(($a = [$a, two(...[isset($a), ($o->q[0] = [$i = '1' => byref($a, ($a = 0), $a), (throw new Exception((string) t(5))), -1 => ($a = [$a, (list(, $a) = 0)])])])])));
  echo "\n";
  show($o->take($b[], ("{$s}$s[0]{$i}x" ?? count(byref($b[$i++][], $a, $b[$i++][])))));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  for ($z = 0;
  $z < 3;
  $z++) { (clone $o)->none;
  echo "\n";
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2931() {
  $a = new Magic;
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $a[] = 9;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $s .= 'h';
  };
  try { $r = &$b[];
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (([$i, $b[]] = [$a, $i]) ?? (['k' => &$r] = $b));
  } finally { (new Plain($o->take($a[0][0], $a[0][0], $a[0])));
  } })();
  show($c);
  } unset($v);
  } } unset($v);
  } unset($r);($o->{$s} .= t(($a[(function () { return func_get_args();
  })("$s[0]$s[0]{$i}$s[0]", byref($a, t($a = &$a), $a))] ?? (($a = &Plain::$s) % ($i . $i++ . $i)))));
  echo "\n";
  (throw new Exception($s . $i++));
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $b;
  echo "\n";($a[$i++][null] ?? ($a += t(($a = $i))));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2935() {
  $a = [];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a);
  };
  try { (!(Plain::make((($b[$f()] = $a[$i = 'l'] = ((((bool) ($a))) && ("x$s[0]{$i}x"))) ?? $o->{$s . $i++}))->p));
  echo "\n";
  if (Magic::none("x$s[0]{$i}x")) { show((new Plain(Plain::$s)));
  } else { ($i + ($i = 1.5));
  echo "\n";
  }[++$i => ($b[t($i)] = match (true) { (($b[]++)) == 1 => ($b += t($s)), default => $a?->p[$i++] }), ($a[++$i][$i++] = ($a[$i][$i] = ($a[$f()] += t((function () { return func_get_args();
  })((((0) || (0)) ?: ($a = $a . 0)), $s . $i++))))), $i = '1' => two(three: (($f = fn($x = 1) => t($x))(($a)['none'])), one: $i)];
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ($i . $i++ . $i);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2957() {
  $a = [[1, 2], [3, 4]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { if (is_array($a)) { for ($j = 0;
  $j < 9;
  $j++) { $a[] = $j;
  } } };
  if (([$a[($i + ($i = 1))][], $a[]] = $o?->i)) { $o->none;
  echo "\n";
  } else { $o->take($b[$i++], ([$a, $b] = [$b, $a]));
  echo "\n";
  }$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (new Plain((Plain::$t = ($f() . $i))));
  } finally { ($o[($o->p->p |= t(((bool) (($a = 0)))))] = byref($b, 'k'));
  } })();
  show($c);(@$b[$i]);
  echo "\n";byref(...$a);
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
run(74, 'p74');
run(323, 'p323');
run(359, 'p359');
run(539, 'p539');
run(669, 'p669');
run(674, 'p674');
run(709, 'p709');
run(808, 'p808');
run(811, 'p811');
run(815, 'p815');
run(876, 'p876');
run(890, 'p890');
run(928, 'p928');
run(1083, 'p1083');
run(1091, 'p1091');
run(1105, 'p1105');
run(1257, 'p1257');
run(1259, 'p1259');
run(1286, 'p1286');
run(1300, 'p1300');
run(1371, 'p1371');
run(1388, 'p1388');
run(1470, 'p1470');
run(1540, 'p1540');
run(1563, 'p1563');
run(1581, 'p1581');
run(1686, 'p1686');
run(1703, 'p1703');
run(1704, 'p1704');
run(1707, 'p1707');
run(1719, 'p1719');
run(1728, 'p1728');
run(1768, 'p1768');
run(1936, 'p1936');
run(2031, 'p2031');
run(2048, 'p2048');
run(2057, 'p2057');
run(2080, 'p2080');
run(2133, 'p2133');
run(2225, 'p2225');
run(2230, 'p2230');
run(2330, 'p2330');
run(2360, 'p2360');
run(2370, 'p2370');
run(2383, 'p2383');
run(2466, 'p2466');
run(2478, 'p2478');
run(2524, 'p2524');
run(2581, 'p2581');
run(2931, 'p2931');
run(2935, 'p2935');
run(2957, 'p2957');
echo "\n#end\n";
