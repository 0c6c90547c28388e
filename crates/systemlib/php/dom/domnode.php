<?php
class DOMNode {
    public const int DOCUMENT_POSITION_DISCONNECTED = 0x01;
    public const int DOCUMENT_POSITION_PRECEDING = 0x02;
    public const int DOCUMENT_POSITION_FOLLOWING = 0x04;
    public const int DOCUMENT_POSITION_CONTAINS = 0x08;
    public const int DOCUMENT_POSITION_CONTAINED_BY = 0x10;
    public const int DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC = 0x20;
    public string $nodeName { get => \dom_get_($this, "nodeName"); }
    public ?string $nodeValue { get => \dom_get_($this, "nodeValue"); set { \dom_set_($this, "nodeValue", $value); } }
    public int $nodeType { get => \dom_get_($this, "nodeType"); }
    public ?DOMNode $parentNode { get => \dom_get_($this, "parentNode"); }
    public ?DOMElement $parentElement { get => \dom_get_($this, "parentElement"); }
    public DOMNodeList $childNodes { get => \dom_get_($this, "childNodes"); }
    public ?DOMNode $firstChild { get => \dom_get_($this, "firstChild"); }
    public ?DOMNode $lastChild { get => \dom_get_($this, "lastChild"); }
    public ?DOMNode $previousSibling { get => \dom_get_($this, "previousSibling"); }
    public ?DOMNode $nextSibling { get => \dom_get_($this, "nextSibling"); }
    public ?DOMNamedNodeMap $attributes { get => \dom_get_($this, "attributes"); }
    public bool $isConnected { get => \dom_get_($this, "isConnected"); }
    public ?DOMDocument $ownerDocument { get => \dom_get_($this, "ownerDocument"); }
    public ?string $namespaceURI { get => \dom_get_($this, "namespaceURI"); }
    public string $prefix { get => \dom_get_($this, "prefix"); set { \dom_set_($this, "prefix", $value); } }
    public ?string $localName { get => \dom_get_($this, "localName"); }
    public ?string $baseURI { get => \dom_get_($this, "baseURI"); }
    public string $textContent { get => \dom_get_($this, "textContent"); set { \dom_set_($this, "textContent", $value); } }
    #[Native]
    public function appendChild(DOMNode $node) {}
    /** @tentative-return-type */
    #[Native]
    public function C14N(bool $exclusive = false, bool $withComments = false, ?array $xpath = null, ?array $nsPrefixes = null): string|false {}
    /** @tentative-return-type */
    #[Native]
    public function C14NFile(string $uri, bool $exclusive = false, bool $withComments = false, ?array $xpath = null, ?array $nsPrefixes = null): int|false {}
    #[Native]
    public function cloneNode(bool $deep = false) {}
    /** @tentative-return-type */
    #[Native]
    public function getLineNo(): int {}
    /** @tentative-return-type */
    #[Native]
    public function getNodePath(): ?string {}
    /** @tentative-return-type */
    #[Native]
    public function hasAttributes(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function hasChildNodes(): bool {}
    #[Native]
    public function insertBefore(DOMNode $node, ?DOMNode $child = null) {}
    /** @tentative-return-type */
    #[Native]
    public function isDefaultNamespace(string $namespace): bool {}
    /** @tentative-return-type */
    #[Native]
    public function isSameNode(DOMNode $otherNode): bool {}
    #[Native]
    public function isEqualNode(?DOMNode $otherNode): bool {}
    /** @tentative-return-type */
    #[Native]
    public function isSupported(string $feature, string $version): bool {}
    /** @tentative-return-type */
    #[Native]
    public function lookupNamespaceURI(?string $prefix): ?string {}
    /** @tentative-return-type */
    #[Native]
    public function lookupPrefix(string $namespace): ?string {}
    /** @tentative-return-type */
    #[Native]
    public function normalize(): void {}
    #[Native]
    public function removeChild(DOMNode $child) {}
    #[Native]
    public function replaceChild(DOMNode $node, DOMNode $child) {}
    #[Native]
    public function contains(DOMNode|DOMNameSpaceNode|null $other): bool {}
    #[Native]
    public function getRootNode(?array $options = null): DOMNode {}
    #[Native]
    public function compareDocumentPosition(DOMNode $other): int {}
    #[Native]
    public function __sleep(): array {}
    #[Native]
    public function __wakeup(): void {}
    #[Native] #[Internal] public function cloned_(object $from): void {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
