<?php
// Builtins assign to typed properties as scripts do.
class T { public int $c = 0; public string $s = ''; }
$t = new T;
foreach (['preg_match' => fn() => preg_match('/a/', 'a', $t->c), 'similar' => fn() => similar_text('a','b',$t->c), 'sr' => fn() => str_replace('a','b','aaa', $t->s), 'exec' => fn() => parse_str('a=1', $t->s), 'all' => fn() => preg_match_all('/a/', 'aa', $t->s), 'set' => fn() => settype($t->c, 'array'), 'ss' => fn() => sscanf('12', '%d', $t->s), 'rep' => fn() => preg_replace('/a/','b','aa', -1, $t->s)] as $n => $f) {
  try { $f(); echo "$n ok ", json_encode($t), "\n"; } catch (TypeError $e) { echo "$n ", $e->getMessage(), ' ', json_encode($t), "\n"; }
}
