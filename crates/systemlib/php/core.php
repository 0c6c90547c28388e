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
