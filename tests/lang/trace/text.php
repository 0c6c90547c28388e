<?php
function f(...$args) { throw new Exception("f"); }
function secret(#[SensitiveParameter] $key, $open) { throw new Exception("s"); }
try { call_user_func('f', "a\0\n\\\xff", 1.0, 1e100, new class {}); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
try { secret("hidden", "shown"); } catch (Exception $e) { echo $e->getTraceAsString(), "\n"; }
class K { const A = self::B; const B = NOWHERE; }
try { K::A; } catch (Error $e) { echo $e->getTraceAsString(), "\n"; }
var_dump(new class { public $p = 1; });
