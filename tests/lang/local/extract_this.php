<?php
// extract() of an element named `this`, in every way, in functions, methods and closures.
class W {
  static function s($f, $p) { return self::t(fn() => extract(['this' => 1, 'that' => 2], $f, $p)); }
  static function t($c) { try { return $c(); } catch (Error $e) { return $e->getMessage(); } }
  function m($f, $p) { try { return extract(['this' => 1, 'that' => 2], $f, $p); } catch (Error $e) { return $e->getMessage(); } }
  static function sm($f, $p) { try { return extract(['this' => 1, 'that' => 2], $f, $p); } catch (Error $e) { return $e->getMessage(); } }
}
function f($f, $p) { try { return extract(['this' => 1, 'that' => 2], $f, $p); } catch (Error $e) { return $e->getMessage(); } }
$g = function ($f, $p) { $a = ['this' => 1, 'that' => 2]; try { return extract($a, $f | EXTR_REFS, $p); } catch (Error $e) { return $e->getMessage(); } };
foreach ([EXTR_OVERWRITE, EXTR_SKIP, EXTR_PREFIX_SAME, EXTR_PREFIX_ALL, EXTR_PREFIX_INVALID, EXTR_PREFIX_IF_EXISTS, EXTR_IF_EXISTS] as $how) {
  foreach (['p', 'x'] as $p) echo $how, ' ', json_encode([(new W)->m($how, $p), W::sm($how, $p), f($how, $p), $g($how, $p), $g->bindTo(new W)($how, $p)]), "\n";
}
