<?php
// Programs on arrays: what they print is serialize()d, which shows order, types and references.

function begin(): void
{
    set_error_handler(function ($level, $message) {
        echo "  $message\n";
        return true;
    });
}

/** Shows a value, the position of its internal pointer and the next free key. */
function show(&$value): void
{
    $text = serialize($value);
    if (strlen($text) > 2000) {
        echo md5($text), ' ', strlen($text), "\n";
        $value = [7, 'a' => 8];
        return;
    }
    echo $text, "\n";
}

/** Shows the internal pointer of an array. */
function at(&$value): void
{
    if (is_array($value)) {
        echo '@', json_encode(key($value)), '=', is_array($c = current($value)) ? count($c) : json_encode($c), "\n";
    }
}

/** Changes a copy. */
function changed($list, $key)
{
    $list[$key] = 'changed';
    unset($list[0]);
    $list[] = 'next';
    return $list;
}

/** Changes what it is given. */
function change(&$list): void
{
    if (is_array($list)) {
        $list[] = 'by ref';
        array_shift($list);
    }
}

function same(&$list)
{
    return $list;
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
  $a = ['c', 'key', '1'];
  $b = ['a' => 1.5, 'b' => 7, 'c' => 10];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  at($a);$b['1'] ??= -1;foreach ($a as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($v);if ($n == -3) { continue;
  } } unset($v);
  echo "\n";$b['b'] = [];for ($i = 0;
  $i < 9;
  $i++) { array_unshift($a, $i);
  }$b = array_column($a, -3);$a[1] = 'a';show($c);$r = $b[count($b)] ?? 'none';$a = changed($a, 'b');foreach ($b as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($c['key']);$a[] = $k;unset($c[$k]);
  } unset($v);
  echo "\n";show($a);[, $x] = $b;foreach ($a as &$v) { if (++$n > 120) break;
  $v = $n;
  unset($a[$k]);
  } echo "\n";$a[9223372036854775807] = 7;$c = ['a' => 64, 'b' => true, 'c' => 4];for ($i = 9;
  $i > 0;
  $i--) { unset($c[$i]);
  }show($b);show($b);$c[5][-3] = '1';foreach (is_array($a) ? $a : [] as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$a = ['1' => array_values($b), $x];$b = $a + $a;$a[1.7][] = 2;foreach ($c as $k => &$v) { if (++$n > 120) break;
  foreach ($c as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $b[] = $k;unset($c[$k]);
  } unset($w);
  } unset($v);
  echo "\n";$a[$x] = '01';
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p2() {
  $a = [];
  $b = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  $b = array_values($a);show($a);echo $b == $c ? 'eq' : 'ne', $b === $c ? 'id' : 'ni', "\n";$a = array_change_key_case($c, CASE_UPPER);$c['1'] = count($a);$a[array_key_last($b)] = &$x;at($b);show($b);show($b);$c = $b;[&$x] = $a;
  unset($x);
  $x = 2;for ($i = 0;
  $i < 5;
  $i++) { $c["k$i"] = $i;
  }$a = [-3 => array_values($b), -1];unset($x);
  $x = 1;$c = array_slice($a, 10, -3);$a = [...is_array($a) ? $b : [], ...is_array($c) ? $a : []];if (is_int($c[$x] ?? '')) { $b[$x] -= 3;
  }unset($a[0]);while (key($a) !== null && $n++ < 60) { next($c);
  }$b[] = $x;echo json_encode(key($a)), "\n";asort($b, SORT_STRING);$a[2] = [64, 7];unset($a[$x]);[&$x] = $b;
  unset($x);
  $x = 2;show($a);$c[] = 'key';
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p3() {
  $a = range(1, 64);
  $b = ['a' => 10, 'b' => 0, 'c' => true];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  $b[9223372036854775807] = $c['1'] ?? 'key';for ($i = 0;
  $i < 5;
  $i++) { $b[] = $i;
  }if (isset($c['key'])) { $b = array_column($a, 2);echo json_encode(array_shift($b)), "\n";
  }$c['a'][] = '1';$x = is_array($a) ? count($b) : -1;foreach (array_values($b) as $x => $r) { if (++$n > 120) break;
  $c[1] = 3;$b = $a;
  }array_walk($c, function (&$v, $k) { $v = is_int($v) ? $v * 2 : $v;
  });foreach ($a as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  sort($a);
  } unset($v);
  echo "\n";$a = [1, 'key', -3];unset($a);
  $a = range(5, 10);$x = is_array($a) ? count($a) : -1;echo isset($b[2][-1]) ? 1 : 0, "\n";$c = array_intersect_key($a, $a);unset($b[array_key_last($a)]);next($a);
  next($b);foreach (array_values($b) as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  } show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p4() {
  $a = range(1, 10);
  $b = [];
  $c = [true, true, 1.5];
  $x = 5;
  $r = 0;
  $n = 0;
  echo extract($c, EXTR_PREFIX_ALL, 'e'), "\n";$r = same($a);$c = $b + $a;$c = &$c;for ($i = 0;
  $i < 17;
  $i++) { $a[] = $i;
  }at($c);at($a);$b = [0 => is_array($c) ? $b : [], '1'];foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $a = [-1, $k];$b = &$a;
  } echo "\n";array_splice($b, 1, -1);if (count(is_array($c) ? $a : []) > 64) { ksort($b, SORT_NUMERIC);echo $b <=> $b, "\n";
  }at($b);show($a);$a['01'] .= 'z';$a[9223372036854775807][''] = 1.5;$a = ['a' => null, 'b' => 4, 'c' => false];unset($b[7]);unset($b[3]);unset($b[$x][10]);$a[] = $b[$x] ?? 'key';at($c);foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  sort($a);
  } echo "\n";at($b);echo json_encode(reset($c)), "\n";$a = [count($a) => array_values($a), true];$b[7][0] = 'b';$c = [...array_values($a), ...$a];$c['1']['-5'] = 'a';echo json_encode(next($c)), "\n";at($a);$a = array_column($a, 2);at($a);$x = &$b[''];if (count(is_array($b) ? $b : []) > 10) { unset($r);
  $r = 4;
  }$c[0] = $a['1'] ?? null;show($a);at($b);for ($i = 0;
  $i < 17;
  $i++) { array_unshift($a, $i);
  }for ($i = 0;
  $i < 3;
  $i++) { array_unshift($a, $i);
  } show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p5() {
  $a = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $b = [];
  $c = [9223372036854775807 => '1', 7 => null, 1.5];
  $x = 5;
  $r = 0;
  $n = 0;
  show($b);$a[3][] = 1.5;if (count(array_values($b)) > 10) { $a[] = -1;$a = $b;
  }if (count(is_array($b) ? $a : []) > 4) { end($b);
  $c[] = 0;
  echo json_encode(key($b)), "\n";$b = [...array_values($a), ...$a];
  }$x = null;$a = $b;$a = [...is_array($a) ? $b : [], ...is_array($a) ? $a : []];for ($i = 0;
  $i < 5;
  $i++) { array_pop($b);
  $b[] = $i;
  }if (is_array($b)) { $b[7] = &$x;unset($b[2]);
  }$a[64] = &$a[1];$r = $a['x y'] ?? 'none';foreach (is_array($b) ? $a : [] as $x => $r) { if (++$n > 120) break;
  $a[] = $k;if ($n == 0) { continue;
  } }$b[$x] = 'a';change($a);$b[true] = &$a['1'];$r = $a['a'] ?? 'none';show($c);show($b);if (is_array($c)) { $c[7][] = 1;unset($b['']);
  }show($a);if (isset($a[7])) { $a = ['01', 'b', 'c'];$c[] = &$r;
  }array_push($b, $x);if (is_array($c)) { $a[1.7]['01'] = '-5';$a[] = '01';
  }$b[5] = 1;echo isset($b[$x]) ? 1 : 0, empty($b['key']) ? 1 : 0, "\n";foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  array_pop($c);
  } echo "\n";for ($i = 9;
  $i > 0;
  $i--) { unset($b[$i]);
  }$x = $x;$a = [$x, 1.5, ''];if (count(is_array($b) ? $b : []) > 10) { $a = $a;echo json_encode(end($c)), "\n";
  }$c = range(-1, 4);for ($i = 3;
  $i > 0;
  $i--) { unset($c[$i]);
  }foreach (array_values($a) as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$a = unserialize(serialize($c));$b = [...is_array($b) ? $a : [], ...$a];if (count($a) > 64) { echo json_encode(prev($a)), "\n";$c = $b;
  }[$c[0], $a[1]] = [$b[1] ?? 0, $b[0] ?? 1];show($b);$b[] = count($b);$x = &$c[2];echo $c == $a ? 'eq' : 'ne', $a === $c ? 'id' : 'ni', "\n";
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p6() {
  $a = array_fill(10, 3, '1');
  $b = ['-5', 64, '-5'];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  $c['key'] = $a[true] ?? 1.5;if (isset($c[-1])) { unset($a['']);
  }$b[] = $x;unset($b[count($b)][-3]);$x = is_array($a) ? count($a) : -1;echo json_encode(next($b)), "\n";foreach (is_array($b) ? $c : [] as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $b[] = $k;
  } echo "\n";[, $x] = $a;foreach ($a as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  echo json_encode(key($a)), ' ';$b = $b;$b = &$a;
  } unset($v);
  echo "\n";$c['-5'] = '01';for ($i = 0;
  $i < 17;
  $i++) { $a[] = $i;
  }$b = array_filter($b, 'is_int');
  sort($b);unset($a[1.7]);if ($a) { [, $x] = $b;
  }foreach ($b as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  array_pop($a);if ($n == 64) { continue;
  }unset($v);
  } unset($v);
  echo "\n";$a[9223372036854775807] = $x;echo $c == $a ? 'eq' : 'ne', $a === $c ? 'id' : 'ni', "\n";[$b[], $c['b']] = $a;$a['x y'] = &$x;
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p7() {
  $a = [false, true, 1.5];
  $b = ['a' => $x, 'b' => $x, 'c' => 4];
  $c = [2, 'a', '1'];
  $x = 5;
  $r = 0;
  $n = 0;
  show($b);[$x, [$r]] = [-1, $a];unset($c[1.7]);for ($i = 0;
  $i < 17;
  $i++) { array_unshift($c, $i);
  }$x = is_array($c) ? count($b) : -1;$c[] = -1;$x = is_array($c) ? count($c) : -1;change($b);$x = null;if (is_array($c)) { $c[7] = $b['-5'] ?? $x;$x = is_array($a) ? count($a) : -1;$b['key'] = ['a' => -3, 1];
  }for ($i = 0;
  $i < 9;
  $i++) { $a[$i] = true;
  }$a['key'] = false;$a = [];echo $b <=> $b, "\n";foreach (array_values($a) as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $b = [4, $k];unset($c[$k]);
  } echo "\n";$a[7][] = 'a';$a = $a;$a = array_map(fn($v) => is_int($v) ? $v + 1 : $v, $b);[$a[], $b[5]] = $b;$x = is_array($a) ? count($c) : -1;$a = array_diff_key($a, $b);unset($a['1']);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p8() {
  $a = ['a' => $x, 'b' => 64, 'c' => $x];
  $b = ['a' => 'a', 'b' => 'c', 'c' => $x];
  $c = [1, 1, 'c'];
  $x = 5;
  $r = 0;
  $n = 0;
  $c[-1] = null;show($c);$a[9223372036854775807] = &$a[null];show($c);$x = $x;for ($i = 0;
  $i < 9;
  $i++) { $c["k$i"] = $i;
  }$x = '01';$a[] = $c[-3] ?? 1.5;if (is_array($a)) { echo isset($a[array_key_last($a)][-3]) ? 1 : 0, "\n";unset($c[0]);$a = [2, 'a', false];
  }$a[true] .= 'z';show($b);$a[''] = [];at($b);$x = -3;foreach ($a as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  $a['-5'] = false;
  } unset($v);
  echo "\n";at($b);for ($i = 0;
  $i < 3;
  $i++) { $a["k$i"] = $i;
  }unset($b['']);for ($i = 3;
  $i > 0;
  $i--) { unset($c[$i]);
  }if (is_int($a[$x] ?? '')) { $b[$x] -= 3;
  }$c[9223372036854775807] = 0;$a[10][3] = 'b';show($a);unset($b[64]);for ($i = 0;
  $i < 9;
  $i++) { $b[$i] = true;
  }unset($a[5]);show($b);[, $x] = $c;unset($a[3]);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p9() {
  $a = [false, $x, '1'];
  $b = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $c = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $x = 5;
  $r = 0;
  $n = 0;
  unset($b[0]);show($c);show($b);if (is_array($c)) { $a = array_chunk($c, 2);$a = $c;
  }foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($a['b']);$a[3] = 7;$v = 5;
  } echo "\n";echo $a <=> $a, "\n";foreach (is_array($b) ? $c : [] as $x => $r) { if (++$n > 120) break;
  unset($v);if ($n == 2) { continue;
  } }foreach ($b as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  $a = [1, $k];
  } unset($v);
  echo "\n";show($c);at($b);$a = (array) (object) $c;if ($b) { echo $c <=> $b, "\n";unset($a[count($b)]);
  }show($b);show($a);$a[] = [4, 4];$b[] = [];echo isset($c[null][10]) ? 1 : 0, "\n";at($c);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p10() {
  $a = [];
  $b = [10 => 1, array_key_last($a) => $c['01'] ?? $x, true];
  $c = [$x, true, 3];
  $x = 5;
  $r = 0;
  $n = 0;
  for ($i = 0;
  $i < 5;
  $i++) { $a[$i] = false;
  }foreach (is_array($c) ? $c : [] as $x => $r) { if (++$n > 120) break;
  unset($c[$k]);
  }if (isset($b[4])) { $b[10] = &$x;
  }for ($i = 0;
  $i < 17;
  $i++) { $c[] = $i;
  }show($c);uksort($a, fn($l, $m) => strcmp("$l", "$m"));foreach (is_array($a) ? $b : [] as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$a[] = false;unset($b[64]);if (count(array_values($a)) > 0) { unset($c['key']);$a[10] = &$x;
  }show($b);asort($b, SORT_STRING);at($a);show($a);show($b);unset($a[10]);$a = array_map(fn($v, $w) => $w, $a, $a);for ($i = 0;
  $i < 5;
  $i++) { array_unshift($a, $i);
  }uasort($a, fn($l, $m) => strcmp(json_encode($l), json_encode($m)));$b = array_intersect(array_filter($a, 'is_scalar'), array_filter($b, 'is_scalar'));$c[true] = $x;show($a);unset($a[true]);[&$x] = $b;
  unset($x);
  $x = 2;$a = &$b;for ($i = 0;
  $i < 3;
  $i++) { $b[] = $i;
  }$c = (array) (object) $a;show($a);at($b);$c['01'] = &$b[1.7];[$b[], $a[null]] = $a;
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p11() {
  $a = [];
  $b = [5, 2, 4];
  $c = [7, 'key', 2];
  $x = 5;
  $r = 0;
  $n = 0;
  $x = is_array($a) ? count($a) : -1;for ($i = 0;
  $i < 5;
  $i++) { array_pop($c);
  $c[] = $i;
  }$c = [];at($c);$b[true][5] = 'key';unset($x);
  $x = 3;echo json_encode(key($b)), "\n";$a[1.7] = $a[true] ?? 5;unset($x);
  $x = -3;for ($i = 0;
  $i < 5;
  $i++) { $b["k$i"] = $i;
  }unset($b[5]);for ($i = 0;
  $i < 5;
  $i++) { array_unshift($a, $i);
  }if ($x == null) { echo json_encode(prev($a)), "\n";
  }show($b);$a[] = 'x y';echo json_encode(end($a)), "\n";if (is_int($c[$x] ?? '')) { $b[$x] -= 3;
  }for ($i = 0;
  $i < 3;
  $i++) { $a[$i] = 7;
  }$a[5] ??= -1;for ($i = 0;
  $i < 3;
  $i++) { $c[] = $i;
  }$a[-3][null] = 64;array_push($b, 'b');if ($x == 'c') { uksort($c, fn($l, $m) => strcmp("$l", "$m"));unset($c);
  $c = [false, 7, null];
  }unset($b['a']);$b['01'] = true;at($a);array_push($a, $x, true, 0);$b = array_filter($b, 'is_int');
  asort($b);$b[array_key_last($b)] = &$x;$c[] = &$r;$a = $b + $a;$a[''][] = 1.5;$b['key'] ??= '-5';$c['c'] = $c[3] ?? $x;foreach ($a as $x => $r) { if (++$n > 120) break;
  if ($n == 64) { break;
  } }for ($i = 0;
  $i < 9;
  $i++) { $a[] = $i;
  }$a = &$b;
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p12() {
  $a = ['a' => null, 'b' => $x, 'c' => 64];
  $b = ['a' => 2, 'b' => 1, 'c' => '-5'];
  $c = [7 => 2, '' => $c[true] ?? 10, 10];
  $x = 5;
  $r = 0;
  $n = 0;
  if (is_array($b)) { $a[] = null;echo json_encode(array_key_first($c)), json_encode(array_key_last($c)), "\n";
  }for ($i = 0;
  $i < 17;
  $i++) { $b["k$i"] = $i;
  }if (is_array($a)) { $a['key'] = $c['key'] ?? true;$c[-1] = &$x;if (is_int($b[null] ?? '')) { $a[array_key_last($c)]++;
  } }$b = [[1, 2], [3, 4], ['a' => 5]];unset($c);
  $a = [-1 => 7, 'c' => [5, 4], -1];$b = $a;[$c[], $b[true]] = $c;$a = $a;at($b);$b = changed($a, 'a');echo isset($b['x y'][1]) ? 1 : 0, "\n";show($a);unset($a[0]);$b = &$b;for ($i = 3;
  $i > 0;
  $i--) { unset($c[$i]);
  }for ($i = 0;
  $i < 5;
  $i++) { $a[$i] = true;$b[] = $i;
  }show($a);$c['01'] .= 'z';echo json_encode(next($c)), "\n";$a = array_keys($a, 'b');$b['b'] = null;$b[] = false;foreach ($a as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }unset($a[null]);at($c);foreach ($a as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }asort($a, SORT_STRING);unset($a[9223372036854775807][4]);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p13() {
  $a = ['01', 1.5, false];
  $b = ['a', -1, true];
  $c = [[1, 2], [3, 4], ['a' => 5]];
  $x = 5;
  $r = 0;
  $n = 0;
  show($c);show($a);for ($i = 0;
  $i < 5;
  $i++) { array_pop($a);
  $c[] = $i;
  }$c['c'] = ['a' => 0, 0];$c[$x] .= 'z';$b['1'][] = $x;$c = $b;show($a);foreach (is_array($b) ? $c : [] as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $c['-5'] = 'key';unset($c[$k]);unset($a[2]);
  } echo "\n";foreach ($b as $k => &$v) { if (++$n > 120) break;
  foreach ($c as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $b = &$a;$b = &$a;
  } unset($w);
  } unset($v);
  echo "\n";echo isset($b['-5'][9223372036854775807]) ? 1 : 0, "\n";$a = changed($a, 'b');foreach (is_array($c) ? $b : [] as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($a['a']);echo json_encode(key($b)), ' ';unset($a[0]);
  } echo "\n";$b = $a;foreach (is_array($c) ? $a : [] as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }end($a);
  $b[] = 1;
  echo json_encode(key($a)), "\n";[, $x] = $a;show($b);echo json_encode(end($b)), "\n";$a = array_diff_assoc(array_filter($c, 'is_scalar'), array_filter($a, 'is_scalar'));if ($x == 0) { echo json_encode(array_shift($b)), "\n";$b = (array) (object) $a;
  }show($a);$a[1.7] = 7;show($a);for ($i = 0;
  $i < 3;
  $i++) { array_unshift($b, $i);
  }echo json_encode(end($a)), "\n";$c[0] = [5, 7];
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p14() {
  $a = ['c', 5, 1];
  $b = ['-5' => null, 3 => true, 'a'];
  $c = [null, true, 0];
  $x = 5;
  $r = 0;
  $n = 0;
  $a = $b;show($c);$b[] = [5, 0];$a[] = [1, 4];show($a);unset($a);
  $a = array_fill_keys(['a', 'b', 5], -1);$a = [...$a, ...array_values($a)];$a = $a + $b;show($a);foreach ($b as &$v) { if (++$n > 120) break;
  $v = $n;
  $b = $b;$b = $a;
  } echo "\n";$a[3]['1'] = 7;$x = is_array($c) ? count($a) : -1;show($b);for ($i = 0;
  $i < 17;
  $i++) { $b[$i] = '';
  }$a = array_filter($a, fn($k) => is_int($k), ARRAY_FILTER_USE_KEY);at($b);unset($b);
  $c = range(4, 10);show($c);$b[-3][] = 2;echo json_encode(prev($c)), "\n";$b[] = -1;foreach ($a as &$v) { if (++$n > 120) break;
  $v = $n;
  $b[1] = '1';unset($b[$x]);
  } echo "\n";$a[true][5] = 2;foreach ($a as $k => &$v) { if (++$n > 120) break;
  foreach ($c as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $a[] = $k;unset($v);
  } unset($w);
  } unset($v);
  echo "\n";$a = array_diff_key($a, $a);show($a);unset($a['x y']);for ($i = 0;
  $i < 17;
  $i++) { unset($b[$i]);
  }if (is_int($a[3] ?? '')) { $a['']++;
  } show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p15() {
  $a = ['a' => 10, 'b' => null, 'c' => 3];
  $b = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $c = ['a' => $x, 'b' => 'a', 'c' => $x];
  $x = 5;
  $r = 0;
  $n = 0;
  [&$x] = $a;
  unset($x);
  $x = 2;$b[true] = 'b';unset($x);
  $x = 7;$c = array_chunk($a, 3, true);at($c);$a[] = $a[count($b)] ?? 'key';unset($b[1.7]);$a = [0, 'c', false];$b = array_filter($b, 'is_int');
  array_multisort($b);$x = -1;$c = array_values($b);if (is_array($a)) { $c = $c;$b[true] = false;
  }$b[] = &$r;unset($c['']);at($c);$a = array_filter($a, 'is_string');
  sort($a);
  $a = $a;if (count(array_values($a)) > 10) { $a[] = &$r;if (is_int($a[$x] ?? '')) { $a[$x] -= 3;
  } }show($a);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p16() {
  $a = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $b = range(1, 64);
  $c = [[1, 2], [3, 4], ['a' => 5]];
  $x = 5;
  $r = 0;
  $n = 0;
  $x = 4;$a[] = false;show($a);for ($i = 0;
  $i < 3;
  $i++) { $b[] = $i;
  }foreach (is_array($a) ? $c : [] as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$c[$x] = 'x y';unset($a['1'][64]);change($c);$a['a'] = &$x;$a = [-3 => $a, -1];[$a[0], $a[1]] = [$a[1] ?? 0, $b[0] ?? 1];foreach ($c as $k => &$v) { if (++$n > 120) break;
  foreach ($a as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $v = false;$b['-5'] = 'x y';
  } unset($w);
  } unset($v);
  echo "\n";foreach (is_array($b) ? $a : [] as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }for ($i = 0;
  $i < 17;
  $i++) { $c["k$i"] = $i;
  }$b[10] = 3;show($a);echo $a <=> $b, "\n";echo json_encode(reset($b)), "\n";foreach ($c as $k => &$v) { if (++$n > 120) break;
  foreach ($b as $l => &$w) { if (++$n > 120) break;
  echo $l;
  unset($c['1']);
  } unset($w);
  } unset($v);
  echo "\n";$a[] = count($c);$a[array_key_last($c)] = false;show($b);$a[1] .= 'z';unset($b[1]);foreach (is_array($c) ? $a : [] as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $c = $a;$a[] = $k;
  } echo "\n";
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p17() {
  $a = [-1 => 2, 2 => '1', null];
  $b = ['a' => 0, 'b' => 'key', 'c' => '-5'];
  $c = ['key' => true, -1 => 1.5, 'c'];
  $x = 5;
  $r = 0;
  $n = 0;
  while (key($a) !== null && $n++ < 60) { next($c);
  }$b = array_chunk($c, 2);if (is_int($b[4] ?? '')) { $a[$x]++;
  }at($a);$a = $a;foreach (array_values($c) as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }['a' => $x, 1 => $r] = $a;$a[] = 1.5;for ($i = 0;
  $i < 3;
  $i++) { $a["k$i"] = $i;
  }show($c);at($c);foreach ($a as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$b = array_filter($b, 'is_int');
  usort($b, fn($l, $m) => $l <=> $m);for ($i = 0;
  $i < 17;
  $i++) { $b["k$i"] = $i;
  }echo isset($c[true]) ? 1 : 0, empty($a[-3]) ? 1 : 0, "\n";for ($i = 3;
  $i > 0;
  $i--) { unset($c[$i]);
  }$b = ['a' => $x, 'b' => true, 'c' => 2];$a[2] = 'b';foreach (array_values($c) as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $a[] = $k;unset($c[$k]);
  } echo "\n";$a[] = 'key';$c = [1, 2, 3, 4, 5, 6, 7, 8, 9];unset($a['key']);foreach (is_array($b) ? $a : [] as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($a[array_key_last($a)]);$a[] = $k;
  } echo "\n";[$x, $r] = $c;$r = same($a);$x = &$b[9223372036854775807];for ($i = 0;
  $i < 17;
  $i++) { $a[$i] = 'b';
  }if (is_array($b)) { $a = $a + $b;$a[] = null;
  }echo json_encode(key($b)), "\n";show($c);at($a);if (isset($a['a'])) { while (key($c) !== null && $n++ < 60) { next($b);
  } }foreach ($a as $k => [$v, $w]) { if (++$n > 120) break;
  echo $k, ' ';
  }$a[array_key_last($a)] = $x;at($c);array_push($b, 1, '01', 1);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p18() {
  $a = [5 => -1, '-5' => false, ''];
  $b = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  foreach ($a as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }$r = $c[4] ?? 'none';echo isset($a['-5']) ? 1 : 0, empty($a['c']) ? 1 : 0, "\n";[$b[], $b[null]] = $b;unset($r);
  $r = -3;show($a);if (count(array_values($a)) > 2) { $a = [1.7 => array_values($b), '-5'];change($a);
  }$a['b']['x y'] = $x;$r = same($b);foreach (array_values($c) as $x => $r) { if (++$n > 120) break;
  unset($b[$k]);
  }$a[] = $x;[$a[0], $c[1]] = [$c[1] ?? 0, $b[0] ?? 1];at($a);[$a[0], $a[1]] = [$c[1] ?? 0, $c[0] ?? 1];show($a);if (is_int($b['key'] ?? '')) { $a[4]++;
  }foreach ($a as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($a[$x]);
  } unset($v);
  echo "\n";$b = $c;$b[-1][] = -3;
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p19() {
  $a = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $b = ['a' => 64, 'b' => 3, 'c' => 1.5];
  $c = range(2, 1);
  $x = 5;
  $r = 0;
  $n = 0;
  foreach ($c as $k => &$v) { if (++$n > 120) break;
  foreach ($c as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $b[$k] = -1;$a = [5, $k];
  } unset($w);
  } unset($v);
  echo "\n";$r = same($c);for ($i = 0;
  $i < 17;
  $i++) { $a[$i] = '01';
  }for ($i = 0;
  $i < 5;
  $i++) { $a[$i] = 2;
  }for ($i = 0;
  $i < 3;
  $i++) { $b[] = $i;$a[$i] = true;
  }unset($a[1]);$a = changed($c, '');$r = same($a);for ($i = 5;
  $i > 0;
  $i--) { unset($b[$i]);
  }$x = 5;echo isset($a[10]) ? 1 : 0, empty($a[9223372036854775807]) ? 1 : 0, "\n";foreach (is_array($c) ? $a : [] as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }[$x, [$r]] = [7, $b];$r = $a[4] ?? 'none';[$b[0], $c[1]] = [$a[1] ?? 0, $a[0] ?? 1];if ($x == 3) { $a = array_fill_keys(['a', 'b', 5], 1.5);
  }$b = array_filter($b, 'is_int');
  usort($b, fn($l, $m) => $l <=> $m);change($a);$b = array_change_key_case($b, CASE_UPPER);show($c);unset($b[array_key_last($a)]);for ($i = 0;
  $i < 3;
  $i++) { array_pop($c);
  $c[] = $i;
  }at($b);
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p20() {
  $a = [null, $x, $x];
  $b = ['a' => true, 'b' => 7, 'c' => 7];
  $c = [];
  $x = 5;
  $r = 0;
  $n = 0;
  show($a);show($a);show($a);$r = $c[4] ?? 'none';unset($c[$x][array_key_last($a)]);$b[count($a)] = 10;$b = array_keys($a, 1.5);unset($b[9223372036854775807]);$c = array_fill(10, 3, $x);$a = [];
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p21() {
  $a = array_fill(5, 3, 'x y');
  $b = [];
  $c = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $x = 5;
  $r = 0;
  $n = 0;
  echo isset($b[$x][-1]) ? 1 : 0, "\n";ksort($a, SORT_NUMERIC);$a[-3] = true;$r = same($a);$c['x y']['key'] = 'b';array_walk($c, function (&$v, $k) { $v = is_int($v) ? $v * 2 : $v;
  });[, $x] = $b;$x = &$b[$x];$a[] = null;echo json_encode(reset($a)), "\n";$b[] = '';[$x, [$r]] = [3, $b];$x = 2;$a = $a;foreach (is_array($b) ? $b : [] as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }foreach ($c as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  $c[$k] = 1.5;next($a);unset($a[1.7]);
  } unset($v);
  echo "\n";$a = array_map(null, $b, $a);change($a);$a = @array_flip($c);$a = changed($a, '');foreach ($b as $k => &$v) { if (++$n > 120) break;
  echo $k, ' ';
  array_pop($b);unset($a[$k]);
  } unset($v);
  echo "\n";usort($a, fn($l, $m) => strcmp(json_encode($l), json_encode($m)));
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p22() {
  $a = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $b = range(4, 1);
  $c = ['a' => null, 'b' => 'x y', 'c' => false];
  $x = 5;
  $r = 0;
  $n = 0;
  [$x, $r] = $b;$r = $a['1'] ?? 'none';foreach ($a as $k => &$v) { if (++$n > 120) break;
  foreach ($a as $l => &$w) { if (++$n > 120) break;
  echo $l;
  $v = false;
  } unset($w);
  } unset($v);
  echo "\n";$b[64] = &$b[2];$c['01'][null] = 10;foreach ($b as $k => &$v) { if (++$n > 120) break;
  foreach ($b as $l => &$w) { if (++$n > 120) break;
  echo $l;
  array_pop($b);echo json_encode(key($a)), ' ';
  } unset($w);
  } unset($v);
  echo "\n";for ($i = 0;
  $i < 3;
  $i++) { $b["k$i"] = $i;
  }$x = $x;foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $b = [4, $k];unset($a[$k]);
  } echo "\n";show($a);ksort($c, SORT_STRING);unset($b[7]);$a[2] .= 'z';$b = $c;$c['b'] = null;
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p23() {
  $a = [[1, 2], [3, 4], ['a' => 5]];
  $b = ['', $x, ''];
  $c = [10, false, 2];
  $x = 5;
  $r = 0;
  $n = 0;
  $b['b'][9223372036854775807] = true;if (isset($a[''])) { $c['c'] ??= 1.5;end($a);
  $a[] = true;
  echo json_encode(key($a)), "\n";
  }$a = array_chunk($a, 2);uksort($b, fn($l, $m) => strcmp("$l", "$m"));show($a);if (count($a) > 10) { $c = &$b;unset($a[$x]);
  }unset($b);
  $a = [false, 1, -1];$b[9223372036854775807][7] = 'key';$c[5] = [64, 1];foreach (array_values($b) as $k => $b[]) { if (++$n > 120) break;
  echo $k, ' ';
  }$a[5][4] = '1';$b = [1, 2, 3, 4, 5, 6, 7, 8, 9];show($c);sort($a, SORT_STRING);foreach ($b as $k => $v) { if (++$n > 120) break;
  echo json_encode(key($c)), ' ';
  foreach ($c as $l => $w) { if (++$n > 120) break;
  echo $l;
  unset($a[3]);
  } } echo "\n";at($b);foreach ($a as $x => $r) { if (++$n > 120) break;
  unset($a[$k]);
  }[$a[0], $c[1]] = [$a[1] ?? 0, $c[0] ?? 1];$x = 'key';$a[-3] = ['a' => 1, -3];$b[true] ??= $x;$a['x y'] = $x;change($b);if ($a) { $b = array_slice($a, 2, 3, true);
  }foreach ($a as $k => &$v) { if (++$n > 120) break;
  foreach ($b as $l => &$w) { if (++$n > 120) break;
  echo $l;
  echo json_encode(key($a)), ' ';$c[$k] = null;
  } unset($w);
  } unset($v);
  echo "\n";$x = &$a[10];
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p24() {
  $a = [3, 0, 'a'];
  $b = ['a', false, 5];
  $c = ['a' => $x, 'b' => 'c', 'c' => 10];
  $x = 5;
  $r = 0;
  $n = 0;
  unset($b['01']);foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  unset($a[$k]);
  } echo "\n";for ($i = 0;
  $i < 17;
  $i++) { $a[$i] = 2;
  }if (is_array($b)) { $b = @array_combine(array_keys($a), array_values($b));
  }at($c);$a[array_key_last($b)][] = 3;show($a);$b[] = 5;[&$x] = $c;
  unset($x);
  $x = 2;unset($b);
  $c = array_fill(-3, 3, 64);$x = &$b[1.7];unset($b[-3]);$a[] = 10;$c[array_key_last($a)] = &$x;for ($i = 3;
  $i > 0;
  $i--) { unset($a[$i]);
  }$a['key'] .= 'z';at($a);for ($i = 0;
  $i < 5;
  $i++) { $c[$i] = 10;$b[$i] = &$x;
  }echo $b <=> $a, "\n";echo isset($a[array_key_last($c)]) ? 1 : 0, empty($b[$x]) ? 1 : 0, "\n";
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
}
function p25() {
  $a = ['-5', 10, true];
  $b = ['x y' => $x, '-5' => '', 5];
  $c = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  $x = 5;
  $r = 0;
  $n = 0;
  echo $a == $c ? 'eq' : 'ne', $a === $a ? 'id' : 'ni', "\n";for ($i = 9;
  $i > 0;
  $i--) { unset($b[$i]);
  }$r = same($b);unset($r);
  $r = 4;at($a);$b['1'] = 'key';if (isset($c['c'])) { echo isset($b['-5']) ? 1 : 0, empty($b[9223372036854775807]) ? 1 : 0, "\n";
  }[&$x] = $c;
  unset($x);
  $x = 2;if (is_array($a)) { echo $b == $c ? 'eq' : 'ne', $b === $c ? 'id' : 'ni', "\n";$b[64] = ['a' => -1, 1];$r = same($a);
  }$b[-3] = 10;if (is_array($a)) { $x = '-5';unset($b);
  $c = ['key' => 0, '1' => 7, 5];$b[''] = [64, 3];
  }$a = $c;for ($i = 0;
  $i < 17;
  $i++) { unset($a[$i]);$c[$i] = 5;
  }[$x, $r] = $c;$a = array_replace($b, $a);$b = $a;show($b);foreach ($a as $k => $v) { if (++$n > 120) break;
  echo $k, ' ';
  $b = [64, $k];unset($a[5]);$a = $a;
  } echo "\n";$a = array_filter($a, 'is_string');
  sort($a);
  $b = $a;echo isset($b[7][7]) ? 1 : 0, "\n";
  show($a);
  show($b);
  show($c);
  at($a);
  at($b);
  at($c);
  echo serialize([$x, $r]), "\n";
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
