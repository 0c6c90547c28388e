<?php
#[Internal] #[NoDynamicProperties]
final class WeakReference {
    public function __construct(#[Unshown] mixed ...$args) {
        throw new Error("Direct instantiation of WeakReference is not allowed, use WeakReference::create instead");
    }

    #[Native]
    public static function create(object $object): WeakReference {}
    #[Native]
    public function get(): ?object {}
}

#[NoDynamicProperties]
final class WeakMap implements ArrayAccess, Countable, IteratorAggregate {
    #[Internal] private $values = [];

    #[Internal] public function cloned_(object $from): void { WeakMap::copied_($this); }

    #[Native]
    private static function copied_(WeakMap $map): void {}
    #[Native]
    public function &offsetGet($object): mixed {}
    #[Native]
    public function offsetSet($object, mixed $value): void {}
    #[Native]
    public function offsetExists($object): bool {}
    #[Native]
    public function offsetUnset($object): void {}
    #[Native]
    public function count(): int {}

    public function getIterator(): Iterator { return InternalIterator::of_($this); }

    #[Internal] public function &iterate_(): Iterator {
        foreach ($this->ids_() as $id) {
            $object = $this->object_($id);
            if ($object !== null) yield $object => $this->values[$id];
        }
    }

    #[Native]
    private function ids_(): array {}
    #[Native]
    private function object_(int $id): ?object {}
}
