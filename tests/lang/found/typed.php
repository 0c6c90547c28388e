<?php
// Programs of typed loops, which become machine code: what they print depends on values alone.

class O
{
    public $p = 1;
    public int $q = 0;
    public ?O $next = null;
    public function m($x) { $this->q++; return $this->p; }
    public static function s($x) { return $x; }
}

function begin(): void
{
    set_error_handler(function ($level, $message) {
        static $said = 0;
        if ($said++ < 2000) echo '!', $message, "\n";
        return true;
    });
}

function h($x, $y)
{
    if ($x === $y) return $x;
    return is_int($x) ? $y : $x;
}

function typed(int $x, float $y): float
{
    return $x + $y;
}

function by(&$x, $y)
{
    $x = $y;
}

function text($value): string
{
    return is_array($value) ? '[' . implode(',', array_map('text', array_slice($value, 0, 6))) . ']'
        : (is_object($value) ? get_class($value) : var_export($value, true));
}

/** Runs a body with arguments of several types. */
function drive(callable $body, array $arguments): void
{
    foreach ([3, 30, 90] as $turns) {
        foreach ($arguments as $of) {
            try {
                $body($of[0], $of[1], $of[2], $turns, new O);
            } catch (Throwable $thrown) {
                $text = $thrown->getMessage();
                echo get_class($thrown), ': ', str_starts_with($text, 'Unsupported') ? 'operands' : $text, "\n";
            }
        }
    }
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
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { $u = $o->next?->p;
  $o->q++;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } for ($i = 0;
  $i < $n;
  ++$i) { try { $a[0]++;$s .= $u;if ($i > 40) { continue;
  }foreach ($b as $k => &$y) { $y = $i;
  } unset($y);
  foreach ($b as $k => &$y) { $y = $i;
  } unset($y);$o->q = $i;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[2, '5', true], [1e3, 1, true]]);
}
function p2() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $w = ($o->p ?? $v);$s .= 2;$a[$i] = ($u + (int) $v);$v = ($w - (0 * count($a)));
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[0.5, 1, -3], [7, 1, 2], [1, 7, null]]);
}
function p3() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { $b[$i] += '5';$o->p += $i;$u++;$o->p = (5 - ($u - ($i << ($j & 7))));
  $o->q = $i;$u = abs(2.0);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 2, 0.5], [2, 1, 1], [2, 0.5, -3]]);
}
function p4() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = 0;
  do { $u = $o->m($v);$b[$i & 3] += $u;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } while (++$i < $n);
  for ($i = 0;
  $i < $n;
  ++$i) { try { $s .= $v;$u = (count($b) + ($o->q - ($i >> ($j & 7))));
  $v = match (true) { (count($b) <= intdiv($i, 3) || (count($b) * ($v * ($u + (float) $i))) === ((int) $i ^ (int) $w)) => (float) $i, default => ($i % (($j & 7) | 1)) };
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[7, 1, 'x'], [7, 1, 7]]);
}
function p5() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = 0;
  do { $s = 's' . $i;foreach ($b as $x) { if (is_int($x)) { $j += $x;
  } }$u = match (true) { (($v - ($w - (float) $i)) === (float) $i && $u) => (int) $v, default => min($i, $j) };
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } while (++$i < $n);
  echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[2, 'x', 1], [1, 7, 0.5], [1e3, null, 7]]);
}
function p6() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { foreach ($a as $k => $x) { $w = $x;
  $w = ($i ?? PHP_INT_MIN);
  }$w -= intdiv($i, 3);for ($j = 0;
  $j < 3;
  $j++) { $s .= $a[$i & 3];$a[2] = (min($i, $j) - $i);
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 2, 7], [1e3, 2, 2], [null, 1, 1]]);
}
function p7() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $v = intdiv($i, 3);$w += ($v + $u);foreach ($b as $x) { if (is_int($x)) { $j += $x;
  } }$w = [$w, $u][$i & 1];for ($j = 0;
  $j < 6;
  $j++) { if (++$guard > 500) { break;
  } $s = "$i-{$j}";$v = ($u - ($u - ((($i >> ($j & 7)) + 0) * $w)));
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[null, 7, -3], [1e3, 1, 1], [1, 1, 'x']]);
}
function p8() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $u = $o->next?->p;foreach ($a as $x) { if (is_int($x)) { $j += $x;
  } } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, true, null], [0.5, 'x', 1], [1, 2, true]]);
}
function p9() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $a[] = ($i % (($j & 7) | 1));
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } $i = 0;
  do { $v += ($o->p - ((count($b) * $b[0]) * $i));if (($i & 1)) { $v = (min($i, $j) + 0);
  } else { $b[] = intdiv($i, 3);
  }if ($i == 57) { break;
  }$a['k']++;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } while (++$i < $n);
  echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 1, 0.5], [null, 1, 2]]);
}
function p10() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { if ($i == 57) { break;
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1e3, null, true], [null, -3, -3], [2, true, '5']]);
}
function p11() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { foreach ($a as $k => $x) { $v = $x;
  $o->q = $i;
  }[$u, $w] = [$i, $i];$a['k'] += $w;$s .= $s;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, true, -3], [1, 2, true], [null, '5', -3]]);
}
function p12() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { foreach ($a as $k => $x) { $u = $x;
  $u = (0 * (intdiv($i, 3) + $u));
  }$v = strlen($s);
  $s .= $o->q;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } for ($i = 0;
  $i < $n;
  ++$i) { try { $o->p = ($v * intdiv($i, 3));
  $w = intdiv($i, 3);$w += intdiv($i, 3);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[7, true, 2], [-3, 7, -3]]);
}
function p13() {
  drive(function ($v, int $w, $u, $n, $o) { $a = ['k' => 1, 'l' => 2];
  $b = [1, 2, 3];
  $s = '';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { $a = $a;$v = intdiv($i, 3);if (isset($a[1])) { foreach ($a as $k => $x) { $v = $x;
  $u = (int) $u;
  } } $b[] = ($v - $j);$r = &$u;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 2, 1], [1, 7, 1], ['x', 'x', 7]]);
}
function p14() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  $i++) { for ($j = 0;
  $j < 6;
  $j++) { $u = $i;$o->q = $i;
  } [$v, $w] = [$a[$i], $b[0]];$v = ($i * 7);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } for ($i = 0;
  $i < $n;
  $i++) { for ($j = 0;
  $j < 3;
  $j++) { if (++$guard > 500) { break;
  } $r = &$u;if ($u === null) { $a[1] += $o->q;
  } else { $j++;$v = strlen($s);
  } }$w = h($u, $w);$w = (int) $a[$i & 3];$s .= $w;
  $w = ($v + -count($a));
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 2, 1e3], [1e3, true, 2]]);
}
function p15() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { if (($i & 1)) { foreach ($b as $k => $x) { $u = $x;
  unset($b[1]);
  } }$o->p = (((int) $i ^ (int) -2.25) !== (count($a) * ($v - ($w - $o->q))) ? 1 : $o->p);
  $f = fn($z) => $z + $i;
  $w = $f($w);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[0.5, '5', 1e3], [1, 2, null], [null, 'x', 0.5]]);
}
function p16() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { if (((count($b) - ($v + (int) $w)) + 1) != (float) $i) { if ((int) $v == (1 - (0 + ($i >> ($j & 7))))) { --$u;
  } else { $u *= count($b);
  } } else { if ($w === null) { foreach ($a as $x) { if (is_int($x)) { $j += $x;
  } } } else { $v -= (int) $w;$w = ($i * (float) $i);
  }$u++;
  }$a[2]++;
  if (-1 < -$o->q) { $f = fn($z) => $z + $i;
  $u = $f($j);
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[-3, '5', 2], [2, '5', 1], [true, null, 0.5]]);
}
function p17() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  ++$i) { try { if ($i > 40) { continue;
  }by($w, $w);$b[] = ($w + ($w * ((abs(1.5) + $v) - $j)));$o->next = new O;
  if ($i == 57) { break;
  }$w *= (((($a['k'] + (($v + $v) - 0)) * $v) > ($s * ($i >> ($j & 7))) || ((int) $i | (int) $u) <= ($i << ($j & 7))) ? $v : $i);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } catch (TypeError $t) { $v = 1;
  $w = 2;
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 1, 'x'], [2, 7, 1e3], [7, 2, -3]]);
}
function p18() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $v = typed($i, $w);$a[1] += $i;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 1, -3], [0.5, 7, 1e3], [1, 1, 2]]);
}
function p19() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  $i++) { $w = typed($i, 0);
  $o->q++;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[2, '5', 2], [2, 7, 7], [-3, 1e3, 2]]);
}
function p20() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = 0;
  do { $v++;$v = [$u, $u][$i & 1];unset($b[0]);$o->p = ($i - -count($b));by($u, $w);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } while (++$i < $n);
  for ($i = 0;
  $i < $n;
  $i++) { $o->p += $v;$u = min($i, $j);if ((is_int($v) || ($u instanceof O || is_int($u)))) { $w++;
  } else { $o->q = $i;$w = ($s === ($w - $o->q) ? $u : 2);
  }--$u;
  if ($i == 57) { break;
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 1, null], [7, 1, true]]);
}
function p21() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  $i++) { $v = ($u - (intdiv($i, 3) + $w));if ($i > 40) { continue;
  }$u = strlen($s);$o->next = new O;
  for ($j = 0;
  $j < 3;
  $j++) { $u = h($i, $u);$u = ((int) $i & (int) 1.5);$b[] = intdiv($i, 3);
  } if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[-3, 7, 7], [1, 1, 'x'], [1, 1, 'x']]);
}
function p22() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { $v = [$s, $i][$i & 1];$w = (int) $o->q;$w = (float) $i;$a = $a;$v = $u;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1e3, true, 1e3], [7, 7, -3], [1, '5', 'x']]);
}
function p23() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  for ($i = 0;
  $i < $n;
  $i++) { $b[0] = (int) $w;$s .= $o->p;
  $a[] = ((($o->q * (($v * abs(64)) - 3)) * $u) * $a[$j]);$f = fn($z) => $z + $i;
  $u = $f($u);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1e3, 1, 2], [1e3, null, 7], [1, 1e3, 0.5]]);
}
function p24() {
  drive(function ($v, $w, ?float $u, $n, O $o) { $a = range(0, 20);
  $b = [];
  $s = 'x';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = 0;
  do { $a[] = abs(1);$o->q++;
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } while (++$i < $n);
  $i = $n;
  while ($i-- > 0) { $w = ($o->q + ($o->p * (int) $v));foreach ($b as $k => &$y) { $y = $i;
  } unset($y);
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[2, 2, 1], [0.5, 2, 2]]);
}
function p25() {
  drive(function ($v, $w, $u, $n, $o) { $a = [1, 2, 3, 4];
  $b = [0.5, 1, 2.5];
  $s = 'abc';
  $j = 0;
  $r = 0;
  $x = null;
  $guard = 0;
  $i = $n;
  while ($i-- > 0) { unset($b[0]);$o->q++;$a[1] += 7;$o->p = -$u;$u = O::s(($w * 2));
  if (is_array($a) && count($a) > 200) { $a = [1, 2];
  } if (is_array($b) && count($b) > 200) { $b = [1.5, 2];
  } if (is_string($s) && strlen($s) > 200) { $s = '';
  } } echo text($v), ' ', text($w), ' ', text($u), ' ', text($a), ' ', text($b), ' ', text($s), ' ', text($j), ' ', text($o->p), ' ', text($o->q), "\n";
  }, [[1, 2, -3], [1, 2, true], [2, 1, 1]]);
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
