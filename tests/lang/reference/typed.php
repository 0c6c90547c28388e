<?php
class A { public int $i = 1; public ?string $s = null; public float $f = 1.5; public static int $n = 3; }
$a = new A;
$i = &$a->i;
$i = "42";
var_dump($i, $a->i);
try { $i = "no"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$i = PHP_INT_MAX;
try { $i++; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$i = 1;
$i += 1.0;
var_dump($a->i);
$list = [&$a->i];
try { $list[0] = []; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
foreach (["7", "8"] as $i);
var_dump($a->i);
$s = &$a->s;
try { $s[] = 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
try { $a->f = &$a->i; var_dump($a->f); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$n = &A::$n;
try { $n = null; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
$b = clone $a;
unset($a->i);
try { $i = "x"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
unset($a, $b, $list);
$i = "free";
var_dump($i);
