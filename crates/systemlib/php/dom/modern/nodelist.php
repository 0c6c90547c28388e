<?php
namespace Dom;

class NodeList implements \IteratorAggregate, \Countable {
    #[\Internal] private array $items_ = [];
    public int $length { get => \dom_list_($this, "length", null); }
    #[\Native]
    public function count(): int {}
    public function getIterator(): \Iterator { return \InternalIterator::of_($this); }
    #[\Internal] public function iterate_(): \Iterator { return \DomListIterator_::of_($this); }
    #[\Native]
    public function item(int $index): ?Node {}
    #[\Internal] public function offset_(string $what, mixed $offset, mixed $value): mixed {
        if ($offset === null && ($what === "append" || $what === "set")) throw new \Error("Cannot append to Dom\\NodeList");
        if ($what === "set" || $what === "unset") throw new \Error("Cannot use object of type " . static::class . " as array");
        if (is_float($offset)) $offset |= 0;
        if (is_string($offset) && (string) (int) $offset === $offset) $offset = (int) $offset;
        if (!is_int($offset)) throw new \TypeError("Cannot access offset of type " . get_debug_type($offset) . ($what === "exists" ? " in isset or empty" : " on Dom\\NodeList"));
        if (is_string($offset) && !is_numeric($offset)) $found = null;
        else $found = \dom_list_($this, "item", (int) $offset);
        return $what === "exists" ? $found !== null : $found;
    }
    #[\Internal] public function empty_(bool $is_offset, mixed $offset): ?bool { return $is_offset ? !$this->offset_("exists", $offset, null) : null; }
    #[\Internal] public function debug_(): array { return ["length" => $this->length]; }
}
