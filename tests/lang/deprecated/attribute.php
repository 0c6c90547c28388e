<?php
#[Deprecated]
function f() {}
#[Deprecated(since: "2.0", message: "use f()")]
function g() {}
class C {
    #[Deprecated("not " . self::class)]
    const X = 1;
    #[Deprecated]
    function m() {}
}
f();
g();
call_user_func('g');
var_dump(C::X);
(new C)->m();
set_error_handler(function ($level, $text) { throw new Exception("$level $text"); });
try { f(1, 2); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
