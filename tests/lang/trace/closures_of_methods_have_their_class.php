<?php
class A {
    function closures() {
        return [function (int $x): array { return 1; }, static fn (int $y) => 1, #[Deprecated] function () {}, function (): never {}];
    }
}
function nothing(): void {}
function attempt(callable $do) {
    try { $do(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
}
[$f, $g, $old, $never] = (new A)->closures();
attempt(fn () => $f("a"));
attempt(fn () => $f(1));
attempt(fn () => $g("x"));
attempt(fn () => $f());
attempt($old);
attempt($never);
$bound = Closure::bind(function (&$x) {}, new A, A::class);
call_user_func($bound, 1);
class Held { function __destruct() { echo "not destructed\n"; } }
$held = new Held;
register_shutdown_function(fn () => print("shutdown\n"));
trigger_error("the end", E_USER_ERROR);
