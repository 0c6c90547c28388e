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

function p924() {
  $a = new Magic;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = null;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i = 'k';
  };
  try { two(($o[t($i)][$o]++), strlen(($a[$i = 'none'] ??= two(Plain::$s[t(0)], three: $s[++$i][0]))));
  echo "\n";
  show((isset($b, Plain::$s) ** ((($a[$i]++) ? ($o[0] = (byref(...$a) ? ($a[0] ??= ($i . $i++ . $i)) : two(three: (0 + 0), one: ref($a)))) : ($o->none->p += t(0))) ?? Plain::make(($a[true][] = $b[null]))->p)));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  (t(($b ?? (throw new Exception($s . $i++)))) instanceof Plain);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1132() {
  $a = [];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = [];
  };
  try { show(($a = [$a, empty(Plain::$s)]));[([$b, [$a, $o[$i++]]] = [([$a, $b] = [$b, $a]), [t(two(...['two' => ($o->k[t(0)] ??= (t((print(0))) instanceof Plain)), 'one' => $o->take($o->p, (($i = true) + $i))])), ((print((function () { return func_get_args();
  })((throw new Exception("{$a[0]}x")), ([0 => 0, 0, 0 => 0] === t($a = &$a))))) ? ($b[] = ((($f = fn($x = 1) => t($x))(($a += t(0)))) ?? $i)) : t($o->next->p = &$a[$i++][]))]]), $o->m(($s[++$i] += t((clone $o)->none)), ($b = ([$a[], $b[t($i)]] = ($b ??= two(($o = $o->p = 0), three: (clone $o)->p)))))][2];
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  unset($s);($a[$s] = $o->{"{$a[0]}x"} . ($a[$i] = (ref($a))[true]));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p1475() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { throw new Exception("thrown");
  };
  try { for ($z = 0;
  $z < 3;
  $z++) { global $gg;
  $gg = isset($s, $b[$i = 1.5]);
  $b = $gg;
  }byref($a[t(null)][$i++], ($i . $i++ . $i));
  echo "\n";
  unset($a);if ($o->take($o->p, (print(([$a, $b] = [$b, $a]))))) { unset($a);
  } else { show(($i . $i++ . $i));
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  echo byref(...$a), (string) t(5), $a[$f()];
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p3826() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  show((--$a[null]));foreach (($a)[++$i] as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } t('p');
  echo "\n";
  }$g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ([$a, $b[($a[$f()][$s] ??= 'k')]] = (($o->k) && ((($a = [$a, ($s = (([$i, $a] = [$a, $i]) ? (throw new Exception('k')) : byref($a, 0)))]) ? byref($a, match (true) { (two(three: t($a = &$a), one: ([$a, $b] = [$b, $a]))) == 1 => ($a = $$s . (list(, $a) = 0)), default => ((($a = 0)) || ($f(0))) }) : two($a[$s], three: ($a[0] = $o->m((($i = 0) + $i), $a?->p[0])))))));
  (new Plain($i));
  echo "\n";
  yield $x => $o->take($o[++$i], ($o = new Magic));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }byref($o->none, ($b[1.5] = $a[++$i] = byref($o->q[null], strlen(($a)[$i]))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p3994() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  try { unset($s);unset($o->p);
  foreach (([$a, $a[(throw new Exception($s . $i++))]->p] = t($b = &$a)) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ((fn(&$x, $y) => $x = $y)($o->q->p, ([$o->q, $a[$i = 0][0]] = two(($a = $i), ($a - (0 ? 0 : 0))))));
  echo "\n";
  } unset($v);
  } }show((!((['k' => &$a['k']] = $b))));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ($a = [$a, ($o->{$s} ??= ($o->m((t((clone $o)->k) instanceof Plain), byref($a[0][], t(two(...[0, 0])), $a)) === ([$a[$i++][$i], [$o->none, $o[$i][0]]] = [($o = new Plain), [Plain::make(two(...['two' => (0 ?? 0), 'one' => ($a = 0)]))->p, ($o->i ??= ($a = byref(three: $a, one: $a)))]])))]);
  echo "\n";echo byref($o->q, ((array) (two(...[strlen(t($a = &$b)), [two((t(($a++)) instanceof Plain), three: ($i + ($i = '1'))), ($b[$s][] = ($a++))][2]])))), "$s$i", ((two(($a[null] = $b[t($i)] = two(three: (($a = &Plain::$s[0]) ** $o->take($a[0][], ($a = 0))), one: two(...[($o = $o->p = $a), ($a = [$a => 1] + ["x$s[0]{$i}x"])]))), three: (clone $o)->p)) && (byref(...$a)));
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p6205() {
  $a = [];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = $o;
  };
  try { $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { ($i + ($i = null));
  echo "\n";
  } finally { return byref($a, ([$a, $b] = [$b, $a]));
  } })();
  show($c);$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (function () { return func_get_args();
  })(match (true) { ([two(byref(Plain::$s, $a?->k[$i++]), ($a[0] -= t(-1))), ($a)[$f()]]) == 1 => two(...['two' => "{$a[0]}x", 'one' => (($o->take($a[0][0], two(three: byref($a, 0, $a), one: ($a + ($a = [0]))), Plain::$s[0])) || ($b[t(0)][t(0)]))]), default => [($b[t($i)] = $o->p), ($o = $o->k = two(...[(clone $o)->q, (['k' => &$b] = $b)]))][$s] }, "{$a[0]}{$s}");
  } finally { two(isset($o->i), three: ($$s = [$f() => ($a[0] |= t(($o = new Mortal))), [(@$b), ($a[0] = $o->m($o->take($a, 0), (function () { return func_get_args();
  })(0, 0)))], $s => ($o[$i] = ([$a, $b] = [...(array) ($a), ($o = new Magic)]))]));
  } })();
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  global $gg;
  $gg = t(($a + ($a = ['none'])));
  $b = $gg;if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } (@$b[$i = 'k']);
  echo "\n";
  } unset($v);
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p10044() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { Plain::$s[] = 4;
  };
  try { unset($o->i);(@$o->i);
  echo "\n";
  if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (([$a, $b] = [$b, $a])) { foreach (byref($b[$i++], $o->take($a, (['k' => &$r] = $b)), $a[$i]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } foreach (($a = ['none', ((bool) (([$a, $b] = [$b, $a])))]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } isset($o[$f()], $a);
  echo "\n";
  } } } else { (match (((($a = &$a) + ($a ??= 0)) - ($a[0][]++))) { ($i . $i++ . $i), Plain::make([$i => (0 + 0), two(...['two' => 0, 'one' => 0]), 0 => ([0 => $a, 0 => $a] = 0)])->p => $b, default => ($a = [$a, (($f = fn($x = 1) => t($x))(($a++)))]) } == (two(([$i, $a] = [$a, $i]), ($a = ([$a, $b] = [$b, $a]))) % ($o->next->p = two(byref($a, 0, $a), three: $a?->p[0]))));
  echo "\n";
  } } unset($v);
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a -= t(($b++)));
  echo "\n";
  } unset($v);
  }show(byref($o->i, byref($a, empty(Plain::$s[t('l')]))));
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p12128() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a[] = 9;
  };
  try { unset($o->{"{$a[0]}x"});$a;
  echo "\n";
  foreach (byref(...$a) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return $o?->k;
  } finally { (($i = 'none') + $i);
  } })();
  show($c);
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ([&$b, $o->i] = $a);
  } finally { ($a + ($a = [-1]));
  } })();
  show($c);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p12860() {
  $a = new Plain;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  try { foreach ($a as $a) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } }([$f() => $o->{$s . $i++}, $f() => Plain::$s[$i = -1]] = ($a)[null]);
  echo "\n";
  ($a = [$a, (($s .= t(((t(byref($a[0][], Magic::none(0))) instanceof Plain) ? $o?->i : (Plain::$t -= t(($i ?: $i)))))) - ($o[$o] .= t((((int) (byref($a[0][], [0, 0][0], $a))) ? ((throw new Exception(t('p'))) . $o->take($a, (0 + 0))) : "x$s[0]{$i}$i"))))]);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ((two(($i . $i++ . $i), ($a[] = $o->none[0] . ($s ??= ((bool) (1)))))) || ($a?->k[$i++]));
  echo "\n";switch (([Plain::$t, Plain::$t] = ($a[$i = 'k'] = (throw new Exception((string) t(5)))))) { case byref($a, Magic::none((($a[0] = t($a[0][] = &$a)) === t('p'))), $a[$f()][$s]): echo 'one ';
  case (function () { return func_get_args();
  })([$i = 0 => [count($i), ((bool) ($o->take($a, ref($a))))], $o->take($a[$o], ($s ??= $o->m($a?->i[$i], (($a++) ?? two(...[0, 0]))))), ++$i => true], ((($f = fn($x = 1) => t($x))(($b[true] = $a[++$i] = Plain::make((['k' => &$a['k']] = $b))->p))) == $o->take(Plain::$s[$s], ($b[t(1)] ??= $o->take($o->{'k'}, byref($a[], $a, $a))), $s))): echo 'two ';
  break;
  default: echo 'other ';
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p12906() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { throw new Exception("thrown");
  };
  $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { unset($a['l']);
  } finally { return ($o = new Mortal);
  } })();
  show($c);show((($i |= t(([2 => $o->q, null => $o->next->p] = (--$a[$f()][])))) ? ($o->{"$sx"}(($a[0][]++)) ?: ($o[$i = 1.5][t($i)]++)) : ($o[$i++][$i++] = two([...(array) ($a[0]), ($a[$i][] += t($i))], ($o[] = two(-1, ($a = [$a, 'k'])))))));(($o->m(t(((print($i)) ? two((list(, $a) = ($a = $a . 0)), three: t(empty($a))) : [$s, ([$a, $b] = [$b, $a])])), ($s[$o] ??= two('l', three: ([&$i, $s] = $a))))) || (($f() . $i)));
  echo "\n";((clone $o)->i ? (Plain::$s[$i++] = $a . ([$o[], $a[$i]->p] = (Plain::$s[t(0)] = byref(Plain::$s[0], byref($a, (0 + 0)), Plain::$s)))) : [($b[t('none')][++$i] = two(...['two' => 2, 'one' => ($a[] = ([&$b, $a] = $a))])), ($a = $o->m($a, ((fn(&$x, $y) => $x = $y)($o->p->p, isset($a[0])))))][true]);
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p13621() {
  $a = new Plain;
  $b = new Magic;
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $s .= 'h';
  return 'k';
  };
  try { switch ($o->k) { case ($o->k->p .= t(($i . $i++ . $i))): echo 'one ';
  case ([$i, $o[]] = [$a, $i]): echo 'two ';
  break;
  default: echo 'other ';
  }($b = (($i + ($i = '1')) ?: isset($b, $o->q)));
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  $a[([$o[$i], $b[++$i]] = (Plain::$s[0] = ($a = [$a, two(...[0, 0])])))];
  echo "\n";unset(Plain::$t);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p13648() {
  $a = new Magic;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  $f(isset($a, Plain::$s[t('none')]));
  echo "\n";if (($a[$o] .= t(isset(Plain::$s[t($i)])))) { for ($z = 0;
  $z < 3;
  $z++) { isset($o->k, $b);
  echo "\n";
  } } else { foreach (byref($b[], (ref($a))[t($i)], $s) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } (print(($b = ($a[0][] = ($a = [$a, match (true) { (0) == 1 => 0, default => 0 }])))));
  echo "\n";
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p14328() {
  $a = new Magic;
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $a = $o;
  return 'k';
  };
  try { foreach (byref(three: $i, one: Plain::$s[$o]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } echo (clone $o)->p, (string) t(5), ([1.5 => $o->{t('p')}, $i => $b[t(2)][]] = ((array) ($s)));
  } unset($v);
  } } $s;
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ($b[$f()] = $a[$i = true] = ($b[] *= t(((--$a[0]) < empty($o->i)))));
  } finally { (($a[++$i]->p .= t(($s[1.5] = t('p')))) ?? ref($b[$s][]));
  } })();
  show($c);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p14362() {
  $a = [];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = null;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = 'k';
  };
  try { ((two(...[($a)[$s], ((bool) ("$s[0]$s[0]{$i}$s[0]"))])) || ((((['k' => &$a['k']] = $b)) && ((($a[$o]->p = ($b[] = $o->take($a, ([0 => $a, 0 => $a] = 0)))) ? ($i . $i++ . $i) : ($a[$o][t($i)] ??= [(--$a), ($a = $o->take($a, 0, $a))][$i++]))))));
  echo "\n";$i;
  echo "\n";$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { switch (two(([$a, $b] = [$b, $a]), $a?->p[++$i])) { case $a?->q[$o]: echo 'one ';
  case byref(...$a): echo 'two ';
  break;
  default: echo 'other ';
  } } finally { return two(match (true) { ((t(two(three: $f($f($a)), one: ([Plain::$s[0], $a] = Magic::none(($a = 0))))) instanceof Plain)) == 1 => ($o->i .= t(((($a++) ?? $a[0]) === ((([$a[], $a] = ($a = 0))) || (-1))))), default => (t(($o->i[t(1)] ??= byref($a, (--$a)))) instanceof Plain) }, (t('k') instanceof Plain));
  } })();
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a + ($a = ['none']));
  echo "\n";
  } unset($v);
  }(([$a, $a[]] = Magic::none("$i$s[0]{$i}$i")) <=> ($b[$i] ??= two(...[$o?->p, [(--$s), ($a)[++$i]]])));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p14531() {
  $a = 'string';
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $i++;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a[] = 9;
  };
  try { unset($a);
  show(((($o->none = ($a[$f()][] = t((--$a)))) ? (($a) && (two(three: $o->m((([&$i, $a] = $a) . ($a = 0)), ($o = new Mortal)), one: ([$a[t(0)][], [$a[0], $b[0][]]] = [($a % ($a[0] = $a[0] = 0)), [($a = two(0, 0)), byref(three: $a, one: $a)]])))) : ((bool) (((array) ($a))))) ?: ($a -= t($a?->p[null]))));show(byref(...$a));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  echo "$sx", $s, ($a[++$i][++$i] = ($o[$i = 1.5] = $o[((ref($a))[$i++] + ($o = new Magic))] = $o?->p));match (true) { (byref($a, ($b[] = match (true) { (($b -= t(ref($a)))) == 1 => ($b = (print("x$s[0]{$i}x"))), default => byref($o->p[0], ([$a, $a] = two(three: 0, one: 0))) }))) == 1 => ($b = ($o->k[$i] *= t((new Plain(($a[0] = $o->take($a, Magic::none(0)))))))), default => match (true) { (match (byref($b[$i], two(...[byref($a, ($a += t(0))), ($a = ($a = 0))]))) { two(($b += t($o->m(([0 => $a, 0 => $a] = 0), count(0)))), ($$s = $f((0 ?? 0)))), ($a + ($a = [1])) => two((($i = -1) + $i), three: ($a[0][] = $$s . (($i = 0) + $i))), default => two(three: ($a = [$a[t(0)] => 1] + [strlen([...(array) (0), 0])]), one: ($a)[t($i)]) }) == 1 => t($a = &$b[$i = 1]), default => (($a + ($a = [true])) ?? ref($b[$i++])) } };
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p14768() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  unset($o->k->p);foreach (($o[$o] .= t(([$a, $a] = byref($o->q, ($i = (clone $o)->none), $b[])))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } global $gg;
  $gg = ((array) ($o->take($o['k'][], (string) t(5))));
  $b = $gg;
  }unset($b);
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p15708() {
  $a = new Magic;
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $o = new Plain;
  return 'k';
  };
  try { unset($b[$s]);$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (--Plain::$s[t($i)]);
  } finally { (([$s => (t($o->q[$i = 0] = &$o->p->p) ? $o?->m(isset($o->i[++$i], $o->p))?->p : $a), 1, $i++ => ($o = $o->q = byref($a, ($b = byref($a, [0 => 0, 0, 0 => 0]))))]) && (match ('1') { (two(...['two' => (new Plain(ref($a))), 'one' => $b]) ? ([$o->q, $o->p->p] = two(...[$f(((array) (0))), [...(array) ((list(, $a) = 0)), Plain::make(0)->p]])) : (string) t(5)), ($i . $i++ . $i) => $o->none, default => $o->take($b['1'][$i = 'l'], (($s[] = &$b) < ($s[$i++][] = [...(array) (two(0, three: 0)), strlen(0)])), $o->k) }));
  } })();
  show($c);
  global $gg;
  $gg = t(([$i => $o[($a .= t(($a = 0)))][t(null)], $s => $a[]] = ($a)[t($i)]));
  $b = $gg;
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  unset(Plain::$s[$i++]);if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ([$a, $b] = [$b, $a]);
  echo "\n";
  } unset($v);
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p16349() {
  $a = [1, 2, 3];
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $b = $a;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $s .= 'h';
  };
  try { unset($s);
  unset($o->k[$f()]);byref(Plain::$s[$i++], -1, $o[]);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  echo $o->{'k'}(($b[$i][$s]++)), (string) t(5), $f(((fn(&$x, $y) => $x = $y)($b[t(1.5)], ($i + ($i = 2)))));
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p17421() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = $o;
  };
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a[$s][]++);
  echo "\n";
  } unset($v);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p18090() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = new Plain;
  };
  t(([$a, $b] = [$b, $a]));
  echo "\n";$g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield (new Plain(two(...['two' => ($o->q[$i++] .= t(($f() . $i))), 'one' => t($s)])));
  $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { foreach (Magic::none(((t(Plain::make(($a = 0))->p) instanceof Plain) ?? (($i = 'k') + $i))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ("{$a[0]}{$s}" ?: ($a[0] |= t((list(, $a) = ($a ??= 0)))));
  echo "\n";
  } } finally { return $i;
  } })();
  show($c);
  yield $x => "x$s[0]{$i}{$s}";
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }byref($o->i, (($o->none = ([&$b, $o[$i = 1.5][]] = $a)) ?? (($i = -1) + $i)));
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p18161() {
  $a = [1, 2, 3];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Mortal;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = $o;
  };
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ((($a)[t('l')]) || (($o->i |= t($i))));
  echo "\n";
  } unset($v);
  } } unset($v);
  }$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ([&$i, $b] = $a);
  } finally { ($a[$i++][1] = ([$i, $o->{t('p')}] = [$a, $i]));
  } })();
  show($c);(ref($a))[$i++];
  echo "\n";for ($z = 0;
  $z < 3;
  $z++) { ($o[$i] ?? ($i + ($i = 'k')));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p19166() {
  $a = [[1, 2], [3, 4]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { if ($o->take($o->{$s}, t($o->k = &$$s))) { t(($b[t(null)] ??= ((int) ((print(t(($a = 0))))))));
  echo "\n";
  } else { echo ($a = $i), $s, ($a++);
  } switch (($i = $b . "{$a[0]}x")) { case two(three: ($o->next->p = ([++$i => $b[true][], $s => $s[$i++][t($i)]] = ([$s => $a[$i++]->p, $s => Plain::$t] = ($a[$i++][] = isset($o->next->p))))), one: ($a = [$a, [0 => ([$s, $b[]] = (function () { return func_get_args();
  })(two(...[($o = $o->p = 0), (($f = fn($x = 1) => t($x))(0))]), byref($a[], (ref($a))[0], $a))), ($o->q ??= two(three: (list(, $a) = $a), one: ([&$r, $a] = $a))), $o => $a[t('none')][$i]]])): echo 'one ';
  case Plain::make(byref($b, ((Plain::$s[0]++) ?? ($b[$s] = match (($i + ($i = 'k'))) { [$a, $f(0)], t($a) => (($a = 0) ?: t($a = &$a)), default => [t(0) => (($i = 0) + $i), byref($a, 0), 0 => 'k'] })), $b[$i][]))->p: echo 'two ';
  break;
  default: echo 'other ';
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } Magic::none((($o[$o] -= t(isset($$s))) - [($o = new Mortal), ($b[] .= t("$sx"))]));
  echo "\n";
  } unset($v);
  }$o;
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p19780() {
  $a = new Plain;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Plain;
  $f = fn($x = 1) => t($x);
  for ($z = 0;
  $z < 3;
  $z++) { if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } global $gg;
  $gg = t($b[$i++] = &$a);
  $b = $gg;
  } unset($v);
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p19991() {
  $a = [];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { throw new Exception("thrown");
  };
  (clone $o)->none;
  echo "\n";two(three: two(...['two' => byref(three: $a, one: $b[$s]), 'one' => t(strlen(($o[0] ??= ($a .= t((clone $o)->p)))))]), one: ([$b[$i = -1], $a[$s][$i = 'l']] = $o->take($b[([$a, $a] = 0)], ($i . $i++ . $i))));
  echo "\n";foreach (byref($s[], ([$i, $a] = [$a, $i]), $o->i[t(-1)]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } t(two(([&$a['k'], $o->i] = $a), ($a[$s][null] = $i)));
  echo "\n";
  }(list(, $b[]) = ([$a[$i++][], [$b[$i][], $o->p]] = [([$a[], [$o->{t('p')}, $s]] = [(clone $o)->i, [Plain::make(count(byref($a, ([$i, $a] = [$a, $i]))))->p, [([$a[0], $a] = ($a[] = $o?->m(0)?->p)), (function () { return func_get_args();
  })([$a, [0, 0][0]][0], [$o->m(0, 0), $o->take($a, 0)][t(0)])]]]), [(($i = -1) + $i), [byref($a, byref(...$a)), $a?->q[$i]]['1']]]));
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p23151() {
  $a = [];
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $b = $a;
  return 'k';
  };
  $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ([&$b, $o->none] = $a);
  } finally { ($a[t($i)][$f()] ?? $f(((([$a, $a] = (Plain::$t++))) && (match (true) { ($s) == 1 => $o->take($a, ($a -= t($i))), default => ([$b, $b[]] = two(0, (@$a))) }))));
  } })();
  show($c);echo (($o->i->p = (((Plain::$s = [t($a = &$a), [0 => 0, 0, 0 => 0]]) ?: ($a = byref(...$a))) ?? $o->m($s, $o->take($a[0][0], ($a = ((0) && (0))))))) ?? two(byref($o[$i][$i++], (Plain::$s = two(...['two' => byref($a[], byref($a, 0)), 'one' => (($i = 1.5) + $i)])), $b), ($a)[$i])), (string) t(5), (($i = 2) + $i);switch (($s[t($i)][$f()] *= t(two(...['two' => ((int) ((throw new Exception("{$a[0]}$s[0]")))), 'one' => $o->m(two(...['two' => ($i . $i++ . $i), 'one' => Plain::make([t(0) => ($a++), $i, 0 => (clone $o)->p])->p]), match (two(three: t((($f = fn($x = 1) => t($x))(0))), one: (clone $o)->q)) { true, ([($a += t(0)) => $a[], 1 => $a[0]] = Plain::$s[0]) => match (true) { (($a)[0]) == 1 => [++$i => (function () { return func_get_args();
  })(0, 0), ($a = [$a, 0]), $i => two(...['two' => 0, 'one' => 0])], default => strlen(((bool) (0))) }, default => ($i . $i++ . $i) })])))) { case $o->take($o->p->p, ($a = ([$a[], $a] = "$i$s[0]{$i}x")), $a[2][-1]): echo 'one ';
  case ($o->next->p = ($a[([$a, $a[]] = $o->take($a, 0, $a))] = (--$a))): echo 'two ';
  break;
  default: echo 'other ';
  }(new Plain((!(($o[] = ($b = $o?->k))))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p23927() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  ($f() . $i);
  echo "\n";show((ref($a))[$i++]);Magic::none(($o->p = strlen(match (true) { (($a[$f()] ??= (byref($a, 0) ?? $o->take($a, 0)))) == 1 => empty($a[null]->p), default => count(((($i = 0) + $i) ?: ($a[0] = $a[0] = 0))) })));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p24208() {
  $a = null;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = true;
  };
  ($f() . $i);
  echo "\n";show((((match (($a[2] = $b[$s] = [$b, ($a .= t((0 + 0)))])) { strlen(([($i + ($i = 0)), ([$a, [$a, $a]] = [0, [0, 0]])] ?? $s)), ($a++) => ((($a[0]->p = ($i + ($i = -1)))) || (byref($o->p, $a))), default => (print(($o->p += t((--$a))))) }) || (((fn(&$x, $y) => $x = $y)($o->i, ($a[$s][] = ([$a, $b] = [$b, $a])))))) ? ($a = (@$s[t($i)])) : ([$i, $s[$i++][]] = [$a, $i])));
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p25181() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { unset($i);t($a?->p[$i]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  for ($z = 0;
  $z < 3;
  $z++) { if (two(three: Magic::none('l'), one: $o?->none)) { $o->take($a, byref($b, $o->take($a[], (t(two(0, three: 0)) instanceof Plain)), $b[]));
  echo "\n";
  } else { ref(Plain::$s[$s]);
  echo "\n";
  } } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p27074() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { throw new Exception("thrown");
  };
  try { unset($a);(--$a);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  foreach (($a = [$a, 'l']) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a = ($o->k[t($i)] ??= (($i = 2) + $i)));
  echo "\n";
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p27173() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } two(...[Magic::none($f(($o->p = $i))), (@$s[$i++][$i])]);
  echo "\n";
  } unset($v);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p28627() {
  $a = new Magic;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  try { $o->m(([($a[] = two(($a = $f(0)), three: two(...['two' => ((0) || (0)), 'one' => (function () { return func_get_args();
  })(0, 0)]))), ($a[0] = ((print(($a)[0])) ? ($a[0][] = $o->take($a, 0)) : (--$a)))] ?? $o->take($b[$i = 'k'], two($o, (($i == [0 => 0, 0, 0 => 0]) ? ($a = $o?->m(0)?->p) : (list(, $a) = ($o = $o->p = 0)))))), ref($i));
  echo "\n";$r = &$b;
  if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } $r = &$o->i;
  show(two(three: ($a)[$i], one: $f($o->m(($o = new Magic), (@$a)))));
  unset($r);
  } unset($v);
  } unset($r);switch (([$s => $b, $s => $a[(((array) (([0, 0][0] === ((array) (0))))) === ((bool) ($s)))][]] = ($o[] = [$a => 1] + [(strlen(count(($a[0][] = (0 ? 0 : 0)))) ?: (($o->k ??= two(three: ((array) (0)), one: (0 ? 0 : 0))) . match (true) { ((t(empty($a)) instanceof Plain)) == 1 => (--$a), default => ($i + ($i = 'l')) }))]))) { case $o->q[t('none')]: echo 'one ';
  case byref($b[], ([$i => $$s, $s => $o->k] = ($i + ($i = 1.5))), $b[-1]): echo 'two ';
  break;
  default: echo 'other ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  switch (($i . $i++ . $i)) { case byref($s, ([$b[$i++], $a] = (--$o[$i = -1]))): echo 'one ';
  case (($o->none->p .= t(($f() . $i))) . ([&$a['k'], $b[-1]] = $a)): echo 'two ';
  break;
  default: echo 'other ';
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p29363() {
  $a = [1, 2, 3];
  $b = null;
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { Plain::$s = null;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a);
  };
  try { unset($i);$o->m(two(...[$f($o->{t('p')}(((int) (true)))), (throw new Exception($s))]), t("$i$s[0]{$i}$s[0]"));
  echo "\n";
  ($o->next->p = ([$a, $b] = [$b, $a]));
  echo "\n";($a[$i]++);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  show("$i$s[0]{$i}$i");(Plain::$s[$i] = $a?->i[$i]);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p33494() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { two($o->take(Plain::$s['l'], ($o->{"$s{$s}"} = $i)), Plain::make(((function () { return func_get_args();
  })((print(two(three: two(0, 0), one: 0))), (new Plain(($i ??= ($a += t(0)))))) . (Plain::$s = [Plain::$s => 1] + [t([(0 + 0), ($a = 0)])])))->p);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  byref($o[$o], $a[$i++]->p, $o[]);
  echo "\n";($s[]++);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p40388() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a);
  };
  try { ($s = ($o->{$s} .= t(($b['l'] = $s[t(null)] = ($a++)))));
  echo "\n";
  global $gg;
  $gg = byref($a, (($o->q = &$a) . ($$s = $o->{$s . $i++} . (--$a[$s]))));
  $b = $gg;
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  show(isset($a[(byref($a, ('k' ?: ($a = 0))) ?: ([$o => $a, null => $b[$o][]] = $o->take($a, (--$a))))]));([2 => $o->next->p, $s => $b[$f()][$o]] = count(count(($o->i++))));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p43442() {
  $a = [[1, 2], [3, 4]];
  $b = ['k' => 1, 'l' => [1, 2]];
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a[] = 9;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = 'none';
  };
  try { show($o->m("{$a[0]}$i", (($i . $i++ . $i) ? (['k' => &$r] = $b) : (list(, $i) = Magic::none(($a[0][0] = (two(three: 0, one: 0) ?? $a)))))));global $gg;
  $gg = (byref($b, (($b = 'k') ?? $o?->i)) ?? [t($i) => (['k' => &$b] = $b), ((int) ($o->take($a[0][0], (list(, $a[0]->p) = ($a[] = $a . ([$a, $a] = 0))), $s))), $s => ($a = ($a[++$i][0] = two(...['two' => byref($a[], ((fn(&$x, $y) => $x = $y)($a, 0))), 'one' => (byref($a, 0, $a) % ($a += t(0)))])))]);
  $b = $gg;
  foreach (($o->i[$i = 'k'] = ($o[$i = null] = ($a[1] = ($o = new Magic)))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($o->i[t(1)] = Magic::none(($a = [$a, ((bool) ($a))])));
  echo "\n";
  }($o->p[++$i] = strlen((t(($s ??= isset($b[0], $i))) instanceof Plain)));
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  echo (new Plain(((--$a[$i]) ? ($i = ($b[$i++]++)) : ($b .= t((new Plain(t($a[0]->p = &$a[0])))))))), $s, ($a + ($a = [2]));
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p52244() {
  $a = new Magic;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $s = [];
  };
  try { $o->m(two(three: (--$a[null]), one: (string) t(5)), ($b['k'] |= t($i)));
  echo "\n";([$a[$i]->p, [$a, $a[t(1.5)][]]] = [isset($o->{$s}, $a[$i++]), [two(three: two(three: t(two(...[$a?->p[$i++], ([$a, $a] = (!(0)))])), one: $o), one: byref($b[$s], $s, $o->k[$i = true])), [($a)['k'], ($o[$i++] ??= $o->m(($i . $i++ . $i), ($i . $i++ . $i)))][$s]]]);
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  $o->take($o->p, strlen(two(([true => $o->i[0], $s => $o->next->p] = $o->m((@$a), two((0 ? 0 : 0), three: two(three: 0, one: 0)))), byref($a, [($a <=> match (true) { (0) == 1 => 0, default => 0 }), ([$a, [$a[], $a]] = [byref($a, 0), [(print(0)), (0 ?? 0)]])]))));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p54691() {
  $a = [[1, 2], [3, 4]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = null;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = [1];
  };
  try { $o?->m($b)?->p;
  echo "\n";unset($s);
  unset(Plain::$s[$i = 1.5]);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  if (!is_object($a)) { foreach ($a as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } echo ($f() . $i), $s . $i++, null;
  } unset($v);
  }global $gg;
  $gg = ([$i => $o->p, t($i) => $o[t('1')]] = ($a[null] .= t(($o?->m($o->m(byref($a, (0 ?: 0)), two(three: t(0), one: byref($a, 0))))?->p ?? (($o->{$s}) || ($a))))));
  $b = $gg;
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p58559() {
  $a = [1, 2, 3];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a['k'] = 8;
  };
  try { $r = &$a;
  two(-1, ([$s, $s] = ($o->{(string) t(5)} = $a)));
  echo "\n";
  unset($r);($a = two(three: ($b = [(new Plain($a[0][0])), (byref($a, ($a += t(0)), $a) ? ($a = $f(0)) : $o->m((!(0)), ($a = 0)))][$f()]), one: (t((($i = 2) + $i)) ?: byref($a[$o][], ($b[$s][] = [$$s => 1] + [($f() . $i)]), Plain::$s[$i]))));
  echo "\n";
  show(two(...['two' => ($a ??= $i), 'one' => byref(...$a)]));$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { foreach ($a[$i][$i++] as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } if (!is_object($b)) { foreach ($b as $k => &$v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($a ??= "$s[0]$s[0]{$i}{$s}");
  echo "\n";
  } unset($v);
  } } } finally { return two(...['two' => (@$o->next->p), 'one' => $o->take(Plain::$s[$i++], (Plain::$s[null] ??= ($a[$i++] = $o[$i++] = two(...[((0 ? 0 : 0) ?? ((fn(&$x, $y) => $x = $y)($a, 0))), t([0, 0])]))))]);
  } })();
  show($c);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  "{$s}$s[0]{$i}$s[0]";
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p59361() {
  $a = null;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  try { ($a[1.5][] .= t(([$i => $$s, null => $b[]] = ($s[$i++] = $b[$s] = $a))));
  echo "\n";count(($a[$i = 'l'] .= t(strlen($o->take($a, ($b[] = ($a = [0, 0])))))));
  echo "\n";
  $r = &$o->p;
  unset($o->next->p);
  unset($r);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ([$a, Plain::$s[$i = 1.5]] = (--$a[++$i][]));
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p59422() {
  $a = new Magic;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i = 'k';
  };
  try { $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield byref($a, ($a[] = $i));
  foreach ($a as $a) { echo 'each ';
  if (turn() || is_string($i) || ++$i > 9) { break;
  } } yield $x => byref(...$a);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield byref(three: $o->q, one: $o->{"$s$s[0]"});
  foreach (t($b = &$o[]) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } foreach ($o->m(byref($a, ((bool) (($a = (throw new Exception('k'))))), $b[$o][]), ((fn(&$x, $y) => $x = $y)($a[$i][], $o->take($i, (new Plain(((fn(&$x, $y) => $x = $y)($a, 0)))))))) as $k => $v) { echo 'each ';
  if (turn() || ++$i > 9 || is_string($i)) { break;
  } ($i . $i++ . $i);
  echo "\n";
  } } yield $x => ($o = $o->p = ([$o->none, [$b[++$i][], Plain::$s[$i]]] = [isset($a[($a = ([$i, $a] = [$a, $i]))], $s), [$a, ($a)[$i = 'none']]]));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  ($o = $o->p = ($b['1'] = ($b[t($i)][] = ($o->{'k'} = (Magic::none((new Plain(0))) % ($a[0] ??= ($a = 0)))))));
  echo "\n";switch ((!($f((match (true) { (([$b[$i++][], [$a[0][0], $a[]]] = [t(($a += t(0))), [(new Plain(([$a, $b] = [$b, $a]))), ($a = ($a += t(0)))]])) == 1 => ([$i => $i, $s => $a[0]] = byref($a, ([$i, $a] = [$a, $i]))), default => [$s => t((function () { return func_get_args();
  })(0, 0)), ([$a, $b] = [$b, $a]), '1' => two(...[($a ??= 0), [0, 0][0]])] } ? ($a[] = $b) : ($b ?? (t($o->take($a, $a, $a[0][])) instanceof Plain))))))) { case two(((print(($a[] += t($a?->p[1.5])))) ? t([(($a[] = $o->take($a, 0, $a)) % [$o => match (true) { (0) == 1 => 0, default => 0 }, t(0), $i => empty($a)]), two(three: (($a ??= 0) ?? (0 + 0)), one: ($a = $a?->p[0]))]) : (empty($o->next->p) < $o->{$s . $i++}((($a[0]) || (two(three: ((int) (0)), one: $o?->p)))))), ([$b, $a] = $o->m((t(1) instanceof Plain), ((array) ('k'))))): echo 'one ';
  case (clone $o)->i: echo 'two ';
  break;
  default: echo 'other ';
  } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
run(924, 'p924');
run(1132, 'p1132');
run(1475, 'p1475');
run(3826, 'p3826');
run(3994, 'p3994');
run(6205, 'p6205');
run(10044, 'p10044');
run(12128, 'p12128');
run(12860, 'p12860');
run(12906, 'p12906');
run(13621, 'p13621');
run(13648, 'p13648');
run(14328, 'p14328');
run(14362, 'p14362');
run(14531, 'p14531');
run(14768, 'p14768');
run(15708, 'p15708');
run(16349, 'p16349');
run(17421, 'p17421');
run(18090, 'p18090');
run(18161, 'p18161');
run(19166, 'p19166');
run(19780, 'p19780');
run(19991, 'p19991');
run(23151, 'p23151');
run(23927, 'p23927');
run(24208, 'p24208');
run(25181, 'p25181');
run(27074, 'p27074');
run(27173, 'p27173');
run(28627, 'p28627');
run(29363, 'p29363');
run(33494, 'p33494');
run(40388, 'p40388');
run(43442, 'p43442');
run(52244, 'p52244');
run(54691, 'p54691');
run(58559, 'p58559');
run(59361, 'p59361');
run(59422, 'p59422');
echo "\n#end\n";
