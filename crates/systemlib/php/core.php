<?php
// The interfaces and classes that the language itself knows.

interface Traversable {}

interface Iterator extends Traversable {
    public function current(): mixed;
    public function next(): void;
    public function key(): mixed;
    public function valid(): bool;
    public function rewind(): void;
}

interface IteratorAggregate extends Traversable {
    public function getIterator(): Traversable;
}

// What getIterator() of a class of the library gives. Loops over such an object do without.
#[Internal] #[NoDynamicProperties]
final class InternalIterator implements Iterator {
    #[Internal] private ?IteratorAggregate $of_ = null;
    #[Internal] private ?Iterator $inner_ = null;

    #[Internal] public static function of_(IteratorAggregate $of): InternalIterator {
        $made = new InternalIterator;
        $made->of_ = $of;
        return $made;
    }

    #[Internal] private function begun_(): Iterator {
        if ($this->inner_ === null) $this->rewind();
        return $this->inner_;
    }

    private function __construct() {}
    public function current(): mixed { return $this->begun_()->current(); }
    public function key(): mixed { return $this->begun_()->key(); }
    public function next(): void { $this->begun_()->next(); }
    public function valid(): bool { return $this->begun_()->valid(); }

    public function rewind(): void {
        $this->inner_ = $this->of_->iterate_();
        $this->inner_->rewind();
    }
}

interface ArrayAccess {
    public function offsetExists(mixed $offset): bool;
    public function offsetGet(mixed $offset): mixed;
    public function offsetSet(mixed $offset, mixed $value): void;
    public function offsetUnset(mixed $offset): void;
}

interface Countable {
    public function count(): int;
}

interface Serializable {
    public function serialize();
    public function unserialize(string $data);
}

interface Stringable {
    public function __toString(): string;
}

interface UnitEnum {
    public static function cases(): array;
}

interface BackedEnum extends UnitEnum {
    public static function from(int|string $value): static;
    public static function tryFrom(int|string $value): ?static;
}

#[AllowDynamicProperties]
class stdClass {}

#[AllowDynamicProperties]
final class __PHP_Incomplete_Class {}
