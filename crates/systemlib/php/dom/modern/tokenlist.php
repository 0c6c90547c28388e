<?php
namespace Dom;

final class TokenList implements \IteratorAggregate, \Countable {
    private function __construct() {}
    public int $length { get => \dom_get_($this, "length"); }
    #[\Native]
    public function remove(string ...$tokens): void {}
    public string $value { get => \dom_get_($this, "value"); set { \dom_set_($this, "value", $value); } }
    public function getIterator(): \Iterator { return new \ArrayIterator($this->tokens_()); }
    #[\Internal] private function uncloneable_(): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "length value"); }
}
