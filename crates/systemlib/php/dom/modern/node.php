<?php
namespace Dom;

class Node {
    final private function __construct() {}
    public int $nodeType { get => \dom_get_($this, "nodeType"); }
    public string $nodeName { get => \dom_get_($this, "nodeName"); }
    public string $baseURI { get => \dom_get_($this, "baseURI"); }
    public bool $isConnected { get => \dom_get_($this, "isConnected"); }
    public ?Document $ownerDocument { get => \dom_get_($this, "ownerDocument"); }
    #[\Native]
    public function getRootNode(array $options = []): Node {}
    public ?Node $parentNode { get => \dom_get_($this, "parentNode"); }
    public ?Element $parentElement { get => \dom_get_($this, "parentElement"); }
    #[\Native]
    public function hasChildNodes(): bool {}
    public NodeList $childNodes { get => \dom_get_($this, "childNodes"); }
    public ?Node $firstChild { get => \dom_get_($this, "firstChild"); }
    public ?Node $lastChild { get => \dom_get_($this, "lastChild"); }
    public ?Node $previousSibling { get => \dom_get_($this, "previousSibling"); }
    public ?Node $nextSibling { get => \dom_get_($this, "nextSibling"); }
    public ?string $nodeValue { get => \dom_get_($this, "nodeValue"); set { \dom_set_($this, "nodeValue", $value); } }
    public ?string $textContent { get => \dom_get_($this, "textContent"); set { \dom_set_($this, "textContent", $value); } }
    #[\Native]
    public function normalize(): void {}
    #[\Native]
    public function cloneNode(bool $deep = false): Node {}
    #[\Native]
    public function isEqualNode(?Node $otherNode): bool {}
    #[\Native]
    public function isSameNode(?Node $otherNode): bool {}
    public const int DOCUMENT_POSITION_DISCONNECTED = 0x01;
    public const int DOCUMENT_POSITION_PRECEDING = 0x02;
    public const int DOCUMENT_POSITION_FOLLOWING = 0x04;
    public const int DOCUMENT_POSITION_CONTAINS = 0x08;
    public const int DOCUMENT_POSITION_CONTAINED_BY = 0x10;
    public const int DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC = 0x20;
    #[\Native]
    public function compareDocumentPosition(Node $other): int {}
    #[\Native]
    public function contains(?Node $other): bool {}
    #[\Native]
    public function lookupPrefix(?string $namespace): ?string {}
    #[\Native]
    public function lookupNamespaceURI(?string $prefix): ?string {}
    #[\Native]
    public function isDefaultNamespace(?string $namespace): bool {}
    #[\Native]
    public function insertBefore(Node $node, ?Node $child): Node {}
    #[\Native]
    public function appendChild(Node $node): Node {}
    #[\Native]
    public function replaceChild(Node $node, Node $child): Node {}
    #[\Native]
    public function removeChild(Node $child): Node {}
    #[\Native]
    public function getLineNo(): int {}
    #[\Native]
    public function getNodePath(): string {}
    #[\Native]
    public function C14N(bool $exclusive = false, bool $withComments = false, ?array $xpath = null, ?array $nsPrefixes = null): string|false {}
    #[\Native]
    public function C14NFile(string $uri, bool $exclusive = false, bool $withComments = false, ?array $xpath = null, ?array $nsPrefixes = null): int|false {}
    #[\Native]
    public function __sleep(): array {}
    #[\Native]
    public function __wakeup(): void {}
    #[\Native] #[\Internal] public function cloned_(object $from): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
