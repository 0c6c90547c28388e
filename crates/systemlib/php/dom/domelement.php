<?php
class DOMElement extends DOMNode implements \DOMParentNode, \DOMChildNode {
    public string $tagName { get => \dom_get_($this, "tagName"); }
    public string $className { get => \dom_get_($this, "className"); set { \dom_set_($this, "className", $value); } }
    public string $id { get => \dom_get_($this, "id"); set { \dom_set_($this, "id", $value); } }
    public mixed $schemaTypeInfo { get => \dom_get_($this, "schemaTypeInfo"); }
    public ?DOMElement $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?DOMElement $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    public ?DOMElement $previousElementSibling { get => \dom_get_($this, "previousElementSibling"); }
    public ?DOMElement $nextElementSibling { get => \dom_get_($this, "nextElementSibling"); }
    #[Native]
    public function __construct(string $qualifiedName, ?string $value = null, string $namespace = "") {}
    /** @tentative-return-type */
    #[Native]
    public function getAttribute(string $qualifiedName): string {}
    #[Native]
    public function getAttributeNames(): array {}
    /** @tentative-return-type */
    #[Native]
    public function getAttributeNS(?string $namespace, string $localName): string {}
    #[Native]
    public function getAttributeNode(string $qualifiedName) {}
    #[Native]
    public function getAttributeNodeNS(?string $namespace, string $localName) {}
    /** @tentative-return-type */
    #[Native]
    public function getElementsByTagName(string $qualifiedName): DOMNodeList {}
    /** @tentative-return-type */
    #[Native]
    public function getElementsByTagNameNS(?string $namespace, string $localName): DOMNodeList {}
    /** @tentative-return-type */
    #[Native]
    public function hasAttribute(string $qualifiedName): bool {}
    /** @tentative-return-type */
    #[Native]
    public function hasAttributeNS(?string $namespace, string $localName): bool {}
    /** @tentative-return-type */
    #[Native]
    public function removeAttribute(string $qualifiedName): bool {}
    /** @tentative-return-type */
    #[Native]
    public function removeAttributeNS(?string $namespace, string $localName): void {}
    #[Native]
    public function removeAttributeNode(DOMAttr $attr) {}
    #[Native]
    public function setAttribute(string $qualifiedName, string $value) {}
    /** @tentative-return-type */
    #[Native]
    public function setAttributeNS(?string $namespace, string $qualifiedName, string $value): void {}
    #[Native]
    public function setAttributeNode(DOMAttr $attr) {}
    #[Native]
    public function setAttributeNodeNS(DOMAttr $attr) {}
    /** @tentative-return-type */
    #[Native]
    public function setIdAttribute(string $qualifiedName, bool $isId): void {}
    /** @tentative-return-type */
    #[Native]
    public function setIdAttributeNS(string $namespace, string $qualifiedName, bool $isId): void {}
    /** @tentative-return-type */
    #[Native]
    public function setIdAttributeNode(DOMAttr $attr, bool $isId): void {}
    #[Native]
    public function toggleAttribute(string $qualifiedName, ?bool $force = null): bool {}
    #[Native]
    public function remove(): void {}
    #[Native]
    public function before(... $nodes): void {}
    #[Native]
    public function after(...$nodes): void {}
    #[Native]
    public function replaceWith(...$nodes): void {}
    #[Native]
    public function append(...$nodes): void {}
    #[Native]
    public function prepend(...$nodes): void {}
    #[Native]
    public function replaceChildren(...$nodes): void {}
    #[Native]
    public function insertAdjacentElement(string $where, DOMElement $element): ?DOMElement {}
    #[Native]
    public function insertAdjacentText(string $where, string $data): void {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "tagName className id schemaTypeInfo firstElementChild lastElementChild childElementCount previousElementSibling nextElementSibling nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
