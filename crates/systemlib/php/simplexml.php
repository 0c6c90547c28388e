<?php
// Elements by their names. What an object is of lies with the extension.

class SimpleXMLElement implements Stringable, Countable, RecursiveIterator {
    /** @tentative-return-type */
    #[Native] public function xpath(string $expression): array|null|false {}
    /** @tentative-return-type */
    #[Native] public function registerXPathNamespace(string $prefix, string $namespace): bool {}
    /** @tentative-return-type */
    #[Native] public function asXML(?string $filename = null): string|bool {}
    /** @tentative-return-type */
    #[Native] public function saveXML(?string $filename = null): string|bool {}
    /** @tentative-return-type */
    #[Native] public function getNamespaces(bool $recursive = false): array {}
    /** @tentative-return-type */
    #[Native] public function getDocNamespaces(bool $recursive = false, bool $fromRoot = true): array|false {}
    /** @tentative-return-type */
    #[Native] public function children(?string $namespaceOrPrefix = null, bool $isPrefix = false): ?SimpleXMLElement {}
    /** @tentative-return-type */
    #[Native] public function attributes(?string $namespaceOrPrefix = null, bool $isPrefix = false): ?SimpleXMLElement {}
    #[Native] public function __construct(string $data, int $options = 0, bool $dataIsURL = false, string $namespaceOrPrefix = "", bool $isPrefix = false) {}
    /** @tentative-return-type */
    #[Native] public function addChild(string $qualifiedName, ?string $value = null, ?string $namespace = null): ?SimpleXMLElement {}
    /** @tentative-return-type */
    #[Native] public function addAttribute(string $qualifiedName, string $value, ?string $namespace = null): void {}
    /** @tentative-return-type */
    #[Native] public function getName(): string {}
    #[Native] public function __toString(): string {}
    #[Native] public function __debugInfo(): ?array {}
    /** @tentative-return-type */
    #[Native] public function count(): int {}
    /** @tentative-return-type */
    #[Native] public function rewind(): void {}
    /** @tentative-return-type */
    #[Native] public function valid(): bool {}
    /** @tentative-return-type */
    #[Native] public function current(): SimpleXMLElement {}
    /** @tentative-return-type */
    #[Native] public function key(): string {}
    /** @tentative-return-type */
    #[Native] public function next(): void {}
    /** @tentative-return-type */
    #[Native] public function hasChildren(): bool {}
    /** @tentative-return-type */
    #[Native] public function getChildren(): ?SimpleXMLElement {}

    #[Native] #[Internal] public function __get(string $name): mixed {}
    #[Native] #[Internal] public function __set(string $name, mixed $value): void {}
    #[Native] #[Internal] public function __isset(string $name): bool {}
    #[Native] #[Internal] public function __unset(string $name): void {}
    #[Native] #[Internal] public function offset_(string $what, mixed $offset, mixed $value): mixed {}
    #[Native] #[Internal] public function place_(mixed $offset): mixed {}
    #[Native] #[Internal] public function nest_(string $name): mixed {}
    #[Native] #[Internal] public function empty_(bool $is_offset, mixed $name): bool {}
    #[Native] #[Internal] public function shown_(): array {}
    #[Native] #[Internal] public function vars_(): array {}
    #[Native] #[Internal] public function cast_(string $to): mixed {}
    #[Native] #[Internal] public function compare_(object $other): ?int {}
    #[Native] #[Internal] public function cloned_(object $from): void {}
}

class SimpleXMLIterator extends SimpleXMLElement {
}
