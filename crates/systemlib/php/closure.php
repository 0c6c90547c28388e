<?php
#[Internal] #[NoDynamicProperties]
final class Closure {
    #[Internal] private $func;
    #[Internal] private $captured;
    #[Internal] private $this_;
    #[Internal] private $class;
    #[Internal] private $statics;

    private function __construct() {}

    #[Native]
    public static function bind(Closure $closure, ?object $newThis, object|string|null $newScope = "static"): ?Closure {}

    #[Native]
    public function bindTo(?object $newThis, object|string|null $newScope = "static"): ?Closure {}

    #[Native]
    public function call(object $newThis, mixed ...$args): mixed {}

    #[Native]
    public static function fromCallable(#[Shown("callable")] mixed $callback): Closure {}

    #[Native]
    public function __invoke(#[Unshown] mixed ...$args) {}
}
