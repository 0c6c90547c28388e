<?php
#[Internal] #[NoDynamicProperties]
final class Generator implements Iterator {
    #[Internal] private $chain;
    #[Internal] private $delegate;
    #[Internal] private $cells;
    #[Internal] private $func;
    #[Internal] private $this_;
    #[Internal] private $class;
    #[Internal] private $extra;
    #[Internal] private $site;
    #[Internal] private $state;
    #[Internal] private $current;
    #[Internal] private $key;
    #[Internal] private $result;
    #[Internal] private $lastKey;
    #[Internal] private $position;
    #[Internal] private $passed;
    #[Internal] private $resume;
    #[Internal] private $callee;
    #[Internal] private $root;
    #[Internal] private $atOnce;

    #[Native]
    public function rewind(): void {}
    #[Native]
    public function valid(): bool {}
    #[Native]
    public function current(): mixed {}
    #[Native]
    public function key(): mixed {}
    #[Native]
    public function next(): void {}
    #[Native]
    public function send(mixed $value): mixed {}
    #[Native]
    public function throw(Throwable $exception): mixed {}
    #[Native]
    public function getReturn(): mixed {}
    #[Native]
    public function __debugInfo(): array {}
}

class ClosedGeneratorException extends Exception {}
