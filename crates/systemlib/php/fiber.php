<?php
#[Internal] #[NoDynamicProperties]
final class Fiber {
    #[Internal] private mixed $callback_ = null;

    public function __construct(callable $callback) {
        Fiber::prepare_($this, $callback);
        $this->callback_ = $callback;
    }

    #[Internal] public function callback_(): mixed { return $this->callback_; }

    #[Native]
    private static function prepare_(Fiber $fiber, mixed $callback): void {}
    #[Native]
    public function start(mixed ...$args): mixed {}
    #[Native]
    public function resume(mixed $value = null): mixed {}
    #[Native]
    public function throw(Throwable $exception): mixed {}
    #[Native]
    public function isStarted(): bool {}
    #[Native]
    public function isSuspended(): bool {}
    #[Native]
    public function isRunning(): bool {}
    #[Native]
    public function isTerminated(): bool {}
    #[Native]
    public function getReturn(): mixed {}
    #[Native]
    public static function suspend(mixed $value = null): mixed {}
    #[Native]
    public static function getCurrent(): ?Fiber {}
}

final class FiberError extends Error {
    public function __construct() {
        throw new Error("The \"FiberError\" class is reserved for internal use and cannot be manually instantiated");
    }
}
