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
  $a = new Magic;
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $a = $o;
  return 'k';
  };
  switch ($f((byref($b, t($o->p[0])) ? -1 : isset($o[$i++])))) { case (($i = true) + $i): echo 'one ';
  case (Plain::$t = byref(Plain::$s, t('p'), $o->none)): echo 'two ';
  break;
  default: echo 'other ';
  }unset($o->p[$i = 'l']);show(byref($b, (throw new Exception(t('p')))));([&$r, $o[$i++][]] = $a);
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p2() {
  $a = new Plain;
  $b = ['k' => 1, 'l' => [1, 2]];
  $i = 1;
  $s = 'abc';
  $o = null;
  $f = function () use (&$a, &$i, &$o) { $a[] = 9;
  return 'k';
  };
  try { show(byref($a[$s][], $o->m(Plain::$s[t($i)], (($i = true) + $i))));$c = (function () use (&$a, $o, $i, $s, $f, $b) { try { two(...['two' => ($o = new Magic), 'one' => ($i = &$a)]);
  echo "\n";
  } finally { return $a?->k[$i++];
  } })();
  show($c);
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  ($o[$o][] = $o->m(($a = &$o->{$s . $i++}), $o->take($o->p, match (two(($a = [$a[0] => 1] + [byref(three: $a, one: $a)]), three: ($a = (function () { return func_get_args();
  })(0, 0)))) { ($i . $i++ . $i), match (byref($a, count(0), $a)) { null, $o?->p => (throw new Exception('k')), default => $a } => ($a[0][0] = ($a[] = &$a)), default => [...(array) (($i + ($i = 2))), two($i, three: (@$a))] })));
  echo "\n";empty(Plain::$s[$i]);
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p3() {
  $a = [[1, 2], [3, 4]];
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $b = &$a;
  return 'k';
  };
  try { foreach ($a as $k => &$v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } (two(([$s[0], $b[$i++][]] = ($i + ($i = -1))), three: (!(($o[0][] = $a . ref($a))))) ?: ($o->q[$i++] = &Plain::$s[$s]));
  echo "\n";
  } unset($v);switch ((!((($f = fn($x = 1) => t($x))($o->m((($i + ($i = 'l')) ?: (($a = ($a[0] = $a[0] = 0)) + [...(array) (t(0)), $o->m(0, 0)])), ($o[0] = [$i++ => (!((($f = fn($x = 1) => t($x))(0)))), $a, t($i) => $i]))))))) { case $a?->none[t(null)]: echo 'one ';
  case (--$a): echo 'two ';
  break;
  default: echo 'other ';
  }($o[$i++][($a = [$a, byref($a, (0 ?: 0), $a)])] = byref($b, (Plain::$s[t(-1)] ??= ([$s[t('k')][], $a[++$i][]] = (throw new Exception("$s$i"))))));
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  switch ($f([$o => ($i . $i++ . $i), [empty($a), ((int) ($b))], $i => isset($a['none'][null], $o[$i++])])) { case ([$s => $o->q[$i = null], 'none' => $b[$i = 'k']] = isset($b, $a)): echo 'one ';
  case (throw new Exception(t('p'))): echo 'two ';
  break;
  default: echo 'other ';
  }unset(Plain::$s);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p4() {
  $a = new Magic;
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $a = [1];
  return 'k';
  };
  $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { $b;
  echo "\n";
  } finally { return ($a ??= match (true) { (($a + ($a = [-1]))) == 1 => ((($a[$i][0] = &$a[t(0)]->p)) || (t(([$a, $a] = ($a = &$a))))), default => ([$b[$i], $b[$i]] = byref($o->p[$s], (t($f(t(0))) instanceof Plain), $o->q[++$i])) });
  } })();
  show($c);global $gg;
  $gg = ($a)[$i++];
  $b = $gg;global $gg;
  $gg = two(three: ($a[] += (Plain::$s["x$s[0]{$i}x"] = two(three: (clone $o)->p, one: $i))), one: [$i = 'l' => [$s => $i, ($o[t(0)][] *= two(two(three: ($a = 0), one: ($a++)), ([$a, $a] = (0 ?? 0)))), $s => ($o->p = ($s[0] ?? ($a .= ref($a))))], ($o[$o][] = ($f() . $i)), $s => ($a = [$a, two((([&$a['k'], $a] = $a) + ($i + ($i = null))), $o->m($i, (ref($a))[0]))])]);
  $b = $gg;show(Plain::make(((int) (($a[$i++] = ($o->i->p = 'k')))))->p);
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p5() {
  $a = [1, 2, 3];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  try { switch (($o[$i][Plain::make(([$i, $a[]] = [$a, $i]))->p] ??= ([&$r, $$s] = $a))) { case ($o = $o->q = ((array) (($s ??= $a?->q[$i++])))): echo 'one ';
  case Magic::none(byref($a[$i++][], ([$i, $o[$i]] = [$a, $i]))): echo 'two ';
  break;
  default: echo 'other ';
  }for ($z = 0;
  $z < 3;
  $z++) { unset($a);
  } $r = &$b[];
  (byref(three: $a[t('l')], one: $a[$o]->p) ?? two(three: match (true) { ((($i = 'l') + $i)) == 1 => t((throw new Exception($s . $i++))), default => (!(([&$r, $a] = $a))) }, one: two(...['two' => ($a[] = ($a + ($a = ['l']))), 'one' => byref($a, isset($o->p))])));
  echo "\n";
  unset($r);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $o->m(($o->q->p = ($a)[null]), $a[$i][$i]);
  echo "\n";match (($a < two(($a -= 'l'), ($o[0] = $i . ($a[0] = $o->p))))) { $$s, ((bool) ($o->m((!(([$a[0], $a] = ($a = ($a ?? 0))))), $o?->m(($o->p->p = ($a = ($a++))))?->p))) => [(new Plain((['k' => &$b] = $b))), ($s += [1 => (throw new Exception('k')), ([$a, $b] = [$b, $a]), $s => ($b[] = ($a[] = ([0 => $a, 0 => $a] = 0)))])], default => ($o->k->p = &$b[t($i)]) };
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p6() {
  $a = [1, 2, 3];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Plain;
  $f = fn($x = 1) => t($x);
  try { match (true) { ((list(, Plain::$s['none']) = byref($s['l'], two($b, ([2 => $a[0], $i = true => $a[0]] = ($a = isset($a)))), $o->p))) == 1 => 'k', default => ((['1' => (@$b), ref($b[0]), $f() => byref($o->k, (($i = 'k') + $i), $o[t(0)])]) && ($b)) };
  echo "\n";
  [($o->none = ($$s .= ($o->{$s . $i++} ??= (t((print(($a = 0)))) instanceof Plain)))), $a?->k[t('l')]];
  echo "\n";switch (((array) (($i . $i++ . $i)))) { case $o->take($b[$i = 'l'], empty($b)): echo 'one ';
  case ($a[null][$i] = ($a[] = ($i . $i++ . $i))): echo 'two ';
  break;
  default: echo 'other ';
  } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  foreach ($a as $o->q[++$i]) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p7() {
  $a = [];
  $b = [];
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $s = [];
  return 'k';
  };
  try { global $gg;
  $gg = ($o->q = $s[t('l')] . $o?->m(Plain::make(($o->k[$i++] = ([$a, $a] = ([$a, [$a, $a]] = [($f() . $i), [([$a, [$a, $a]] = [0, [0, 0]]), Magic::none(0)]]))))->p)?->p);
  $b = $gg;$r = &Plain::$s;
  foreach ($a as $k => &$v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } $o->take($s[t('1')], ([$a, $o->i] = (--$o->{'k'})), $a);
  echo "\n";
  } unset($v);
  unset($r);
  foreach (([Plain::$t, [$o->i, $b[null]]] = [$o->m(($i + ($i = 1.5)), (t(($a[$s][] = $o->{'k'}(two(two(0, three: 0), three: (($i = 0) + $i))))) instanceof Plain)), [($a)[$i], byref($s, ($o = $o->none = ($b[t($i)] ? count('l') : ($i . $i++ . $i))))]]) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } switch (two(([Plain::$t, $o->k[++$i]] = two(((int) (($b ??= ($a = 0)))), three: (@$a))), three: ($o[t(null)][$f()]++))) { case ([t($i) => $b[t($i)][], -1 => $a[Plain::make(($a = (--$a)))->p][]] = ($i . $i++ . $i)): echo 'one ';
  case (print(($f() . $i))): echo 'two ';
  break;
  default: echo 'other ';
  } } } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  switch (two(three: ((fn(&$x, $y) => $x = $y)($b, match ($a[$a]) { ((array) (($a[0][0] = (($a = [$a => 1] + [0]) ?? 'k')))), two(...[(list(, $a) = $a), $o]) => $b, default => ($o = new Magic) })), one: ([$s, $b[$o]] = ((int) (two(three: ("$s[0]$s[0]{$i}$s[0]" - ($a = [$o->p => 1] + [(0 + 0)])), one: byref(...$a))))))) { case ((array) ((clone $o)->p)): echo 'one ';
  case ([$i, Plain::$s[$i]] = [$a, $i]): echo 'two ';
  break;
  default: echo 'other ';
  } } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p8() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { unset($a);
  };
  try { isset($b['none']);
  echo "\n";foreach ($b as $o[$i++][]) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } } ($a = [$a, byref(three: $b, one: $a)]);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  two(($a + ($a = ['k'])), three: $o?->k);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p9() {
  $a = [1, 2, 3];
  $b = [];
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $i++;
  return 'k';
  };
  try { foreach (true as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } foreach (([[([$$s, [$b, $s]] = [([$i, $a] = [$a, $i]), [($o->p->p ??= byref($a, 0, $a)), ([++$i => $a, null => $a] = ([$i, $a] = [$a, $i]))]]), ([++$i => $o->next->p, $i = true => $b[t(0)][]] = ($a .= ($i . $i++ . $i)))], "$s$i"] + (string) t(5)) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } if (($a)[$s]) { for ($z = 0;
  $z < 3;
  $z++) { (--$a);
  echo "\n";
  } } else { foreach ($o as $b[null][]) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } } } } } ref($b);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  foreach ($b as $k => &$v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } $o->take($o->{(string) t(5)}, two(($o[t(2)][] = $i), three: ((((bool) (two(...[($a = 0), (list(, $a) = 0)])))) && ((($i = true) + $i)))));
  echo "\n";
  } unset($v);($o = new Magic);
  echo "\n";
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p10() {
  $a = null;
  $b = 'string';
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $a[] = 9;
  return 'k';
  };
  try { foreach (Magic::none(([$a, $b] = [$b, $a])) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } unset($b);
  }show("$s[0]$s[0]{$i}x");
  show(byref(...$a));[$f() => $o->m(([$i, $s[t(1.5)][++$i]] = [$a, $i]), isset($i)), ($b[$i++] = [byref(three: $a, one: $b[0]), $i]), $i++ => ($a ??= "{$s}$s[0]{$i}$s[0]")];
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $a?->i[null];
  echo "\n";show((['k' => &$a['k']] = $b));
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p11() {
  $a = 5;
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a = [1];
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = null;
  };
  foreach ($b as $a[$i]) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } }foreach ($a as $k => &$v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } two(three: ($o?->m(($a[$i = 0][] = &$s[0][]))?->p ?? [$a[$i]->p, empty($a)]), one: ($a ??= (!(([t('k') => $a[0], ++$i => $s] = "$s[0]$s[0]{$i}$s[0]")))));
  echo "\n";
  } unset($v);
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p12() {
  $a = 'string';
  $b = [[1, 2], [3, 4]];
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $a = 2;
  return 'k';
  };
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($b[-1][t($i)] = ($a[1.5] = &$o->none));
  show([t('k') => (Plain::$t = [Magic::none(($a = [0, 0])), ($i = ($a + ($a = [0])))]), ($b[++$i] = $o[1.5] = ([$o->i, $o->none[$o]] = ($a[0] = (Plain::$t ??= ($a++))))), 0 => (['k' => &$b] = $b)]);
  yield $x => ([$a, $s[]] = (($i = 'k') + $i));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p13() {
  $a = null;
  $b = 5;
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { $o = null;
  return 'k';
  };
  ($o->i = (($o->k->p = byref($o->none[0], [(ref($a))[$i], ($a |= (!(0)))])) ? two(([&$a['k'], $b[0]] = $a), three: ($a)[$i = '1']) : two(($b[t(-1)][] .= ($o[] = 1.5)), isset($a, $b[$s]))));
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p14() {
  $a = null;
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  foreach (($a[$i++]->p *= two($o?->i, empty($b))) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } switch ($i) { case ($b ?? Magic::none((new Plain((((($a = $a . 0)) && ($o?->p)) <=> $o))))): echo 'one ';
  case byref($a[$o][$s], (@$o->i->p)): echo 'two ';
  break;
  default: echo 'other ';
  } }if (([&$a['k'], $s[byref($b, strlen((new Plain(0))))]] = $a)) { switch (Plain::make(($o->q = (print($i))))->p) { case ($b[-1][] = [0 => 2, ($a = [$a, byref($o->p, ((([$i, $a] = [$a, $i])) && ($o->take($a, 0))), $a[0])]), $i++ => [byref($o->next->p, ([$i, $a] = [$a, $i])), $f(true)][1.5]]): echo 'one ';
  case ($s -= ($b ??= (t((Plain::make([0, 0])->p - strlen(($a = 0)))) instanceof Plain))): echo 'two ';
  break;
  default: echo 'other ';
  } } else { $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { ($a[-1][$s] = ($a[$i++] = $a[$s] = -1));
  echo "\n";
  } finally { return ($a ?? ([$b[t('l')][], $s] = $o->i->p));
  } })();
  show($c);
  } show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p15() {
  $a = [1, 2, 3];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { unset($a[2]);
  byref($b[null], (($i = 0) + $i), Plain::$s[$s]);
  echo "\n";
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  foreach ($o as $s) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p16() {
  $a = 'string';
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Mortal;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { Plain::$s[] = 4;
  };
  $a?->p[1.5];
  echo "\n";
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p17() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = new Magic;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { throw new Exception("thrown");
  };
  try { $o->take($a[$i], match (true) { ((--$b[$i])) == 1 => $i, default => $b }, $o[true][]);
  echo "\n";$r = &$a[1];
  echo ($i + ($i = true)), $s . $i++, (Plain::$t = &$a[$i++][]);
  unset($r);
  show(([$f() => $b, t($i) => Plain::$s[null]] = ([($a = ((($a = 0) == "x$s[0]{$i}x") == (byref($a, 0) ?: byref($a, 0)))), [($o->p[0] = &$b), ([$i, $a[$s][]] = [$a, $i])][++$i]][$i++] ? ($i . $i++ . $i) : empty($a))));
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  $c = (function () use (&$a, $o, $i, $s, $f, $b) { try { $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return isset($o[t(2)][$i = null]);
  } finally { empty($$s);
  } })();
  show($c);
  } finally { return (($b[$f()] ??= (list(, $a[$i]) = ($a = [$i => $o?->m((--$a))?->p, (throw new Exception("$sx")), 2 => byref($a[0][], (list(, $a) = 0), $a[])]))) ? (new Plain(($o[$i++] = ($a[$f()][] |= byref($a, Magic::none(($i + ($i = 0)))))))) : ([$s => $a[$i++]->p, null => $s] = byref($o[$i], ($o?->q + two(...['two' => [...(array) (two(...['two' => 0, 'one' => 0])), ($a = 0)], 'one' => ([$s => $a, $s => $a] = $o->take($a, 0, $a))])), $a)));
  } })();
  show($c);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p18() {
  $a = ['k' => 1, 'l' => [1, 2]];
  $b = 'string';
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { Plain::$s = null;
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = 'l';
  };
  try { $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($i . $i++ . $i);
  foreach ($o as $b) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } } yield $x => ($s[$i] ??= empty(Plain::$s));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }$g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($a[$s][$s] = $o->take($b[null][], Magic::none(($o[$i = 0] = (Plain::$t = &$a[0][0])))));
  foreach ($o->take($a[t($i)][], ($o[$i = '1'] .= "{$a[0]}{$s}"), $b) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield $s[$f()];
  if (t(([&$r, $b] = $a))) { ([$i => $a, null => $a[null][]] = $o?->m(($a = 0))?->p);
  echo "\n";
  } else { ($o->p[0] = ($o->{'k'} ??= $a));
  echo "\n";
  } yield $x => (isset($a, $a) ?: ($o->p = match (($i . $i++ . $i)) { ($a = (0 ?? 0)), [$a, byref($a, 0)] => ($i . $i++ . $i), default => ($i + ($i = -1)) }));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } yield $x => ($b['1'] = ($o->i = $o->take($a[$s], $f(($o = new Magic)))));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  two(($o = new Mortal), three: $a);
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p19() {
  $a = [1, 2, 3];
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $i++;
  };
  try { switch (Plain::make(t("{$s}$s[0]{$i}{$s}"))->p) { case ($o->i = ($a)[$f()]): echo 'one ';
  case (@$s['1'][t('l')]): echo 'two ';
  break;
  default: echo 'other ';
  } } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  switch (($s[$f()][]++)) { case (($b = $b[t('k')] . ($f() . $i)) ** ($s ??= (--$s[]))): echo 'one ';
  case (['k' => &$r] = $b): echo 'two ';
  break;
  default: echo 'other ';
  }foreach (two(two(...[([$a[$i++]->p, [$s, $a['1'][]]] = [two(...['two' => isset($o->q), 'one' => strlen([($a = $a . 0), [0 => 0, 0, 0 => 0]][$i++])]), [($o->k = $a?->none[++$i]), ($o->none[t($i)] .= isset($a))]]), $a]), (--$o->i)) as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } foreach ($i as $k => $v) { echo 'each ';
  if (++$i > 9 || is_string($i)) { break;
  } "x$s[0]{$i}{$s}";
  echo "\n";
  } } } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p20() {
  $a = 'string';
  $b = [1, 2, 3];
  $i = 1;
  $s = 'abc';
  $o = new Mortal;
  $f = function () use (&$a, &$i, &$o) { $a['k'] = 8;
  return 'k';
  };
  (--$i);
  echo "\n";$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return $s;
  } finally { ($o->q = $a[$i] . ($f() . $i));
  } })();
  show($c);
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p21() {
  $a = [1, 2, 3];
  $b = [1, 2];
  $i = 0;
  $s = 'k';
  $o = null;
  $f = fn($x = 1) => t($x);
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = 'none';
  };
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield ($a = [$a, (--$a['k'])]);
  $g = (function () use (&$a, &$o, &$i, $s, $f, &$b) { $x = yield (($f = fn($x = 1) => t($x))((function () { return func_get_args();
  })(($o->k = [Plain::$s[null] => 1] + [($a = (--$a))]), strlen(($b[(print(0))] = $a[t($i)] = match (true) { ((list(, $a) = 0)) == 1 => ($a++), default => ($i . $i++ . $i) })))));
  (@$a);
  echo "\n";
  yield $x => ((Magic::none(($i . $i++ . $i))) && ((($b[] = &$a) ?? $f((($i = 'none') + $i)))));
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  } yield $x => byref(three: Plain::$t, one: $b[t('k')]);
  })();
  foreach ($g as $k => $v) { echo 'yielded ';
  show($v);
  }unset($o->next->p);
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p22() {
  $a = 'string';
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Magic;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a['k'] = 8;
  };
  try { $c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return (((array) ($a)) - (--$b));
  } finally { $i;
  } })();
  show($c);two((t((function () { return func_get_args();
  })($a, ((($f = fn($x = 1) => t($x))("x$s[0]{$i}x")) ? ($o->p ?? (t(($a + ($a = [0]))) instanceof Plain)) : byref($a[0], [...(array) ((0 + 0)), (0 ?: 0)])))) instanceof Plain), three: ([$a[null], $o->q->p] = ($b[null][$i++] = ([++$i => $o->i, t(1.5) => $o->{'k'}] = match (true) { ((ref($a))[$i]) == 1 => ($a = (0 ? 0 : 0)), default => ($o = new Mortal) }))));
  echo "\n";
  } catch (Throwable $e) { echo "\ncaught ", get_class($e), ' ', $e->getMessage();
  unset($a);
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p23() {
  $a = 5;
  $b = &$a;
  $i = 2;
  $s = 'xy';
  $o = new Plain;
  $f = function &() use (&$a) { return $a;
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $a = true;
  };
  try { two("$i$s[0]{$i}$i", three: $i);
  echo "\n";
  unset($a[((match (true) { ($o->take($a[0], ($a[0][] = &$a), $a)) == 1 => $i, default => match (two(...['two' => ($i + ($i = 0)), 'one' => ((0) || (0))])) { ($a |= ($o = $o->p = 0)), $a => ((bool) ([0 => 0, 0, 0 => 0])), default => (print(($a = 0))) } }) && (($s[$i++] = ($a = [$a, ($a = [$o->p[0] => 1] + [($a += 0)])]))))]);
  } catch (Error $e) { echo "\nerror ", $e->getMessage();
  } finally { echo "\nfinally ";
  strlen((($i = 1.5) + $i));
  echo "\n";
  } Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p24() {
  $a = new Magic;
  $b = new Plain;
  $i = 1;
  $s = 'abc';
  $o = new Plain;
  $f = function () use (&$a, &$i, &$o) { $a['k'] = 8;
  return 'k';
  };
  true;
  echo "\n";
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
}
function p25() {
  $a = 'string';
  $b = 'string';
  $i = 1;
  $s = 'abc';
  $o = new Magic;
  $f = function () use (&$a, &$i, &$o) { echo 'hook ';
  return 'k';
  };
  Hook::$do = function ($what) use (&$a, &$b, &$o, &$i, &$s) { $o = new Plain;
  };
  true;
  echo "\n";show(Plain::$s[$i]);foreach ($a as $s[]) { echo 'each ';
  if (is_string($i) || ++$i > 9) { break;
  } }$c = (function () use ($a, $o, $i, $s, $f) { $b = $a;
  try { return ($o->take($a[$a?->q[t(0)]]->p, ($a = [$a, two((new Plain(two([0, 0], ([0 => $a, 0 => $a] = 0)))), (Plain::$s = ($a = ([$a, $a] = 0))))])) <=> ($a = ($a ?? two(($a + ($a = ['none'])), three: (['k' => &$b] = $b)))));
  } finally { ($o->m(($b = [($a + ($a = [2])), ((int) (two(three: (ref($a))[0], one: (new Plain(0)))))]), $o->{'k'}(([&$r, $o->p[$i++]] = $a))) ? ($o[] = (($a + ($a = ['1'])) ** two(...[two(two(three: $a, one: (--$a)), three: ($a = &$a)), count(-1)]))) : (t(([$a, $b] = [$b, $a])) instanceof Plain));
  } })();
  show($c);
  Hook::$do = null;
  show($a, $b, $i, $s, $o, Plain::$s, Plain::$t);
  $o = $b = $a = null;
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
echo "\n#end\n";
