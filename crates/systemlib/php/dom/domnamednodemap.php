<?php
class DOMNamedNodeMap implements IteratorAggregate, Countable {
    #[Internal] private array $items_ = [];
    public int $length { get => \dom_list_($this, "length", null); }
    /** @tentative-return-type */
    #[Native]
    public function getNamedItem(string $qualifiedName): ?DOMNode {}
    /** @tentative-return-type */
    #[Native]
    public function getNamedItemNS(?string $namespace, string $localName): ?DOMNode {}
    /** @tentative-return-type */
    #[Native]
    public function item(int $index): ?DOMNode {}
    /** @tentative-return-type */
    #[Native]
    public function count(): int {}
    public function getIterator(): Iterator { return InternalIterator::of_($this); }
    #[Internal] public function iterate_(): Iterator { return DomListIterator_::of_($this); }
    #[Internal] public function offset_(string $what, mixed $offset, mixed $value): mixed {
        if ($offset === null && ($what === "append" || $what === "set")) throw new \Error("Cannot access DOMNamedNodeMap without offset");
        if ($what === "set" || $what === "unset") throw new \Error("Cannot use object of type " . static::class . " as array");
        if (is_string($offset) && !is_numeric($offset)) $found = \dom_list_($this, "name", $offset);
        elseif ($what === "get" && ((int) $offset < 0 || (int) $offset > 2147483647)) throw new \ValueError("must be between 0 and 2147483647");
        else $found = \dom_list_($this, "item", (int) $offset);
        return $what === "exists" ? $found !== null : $found;
    }
    #[Internal] public function empty_(bool $is_offset, mixed $offset): ?bool { return $is_offset ? !$this->offset_("exists", $offset, null) : null; }
    #[Internal] public function debug_(): array { return ["length" => $this->length]; }
}
