<?php
namespace Dom;

class Element extends Node implements ParentNode, ChildNode {
    #[\Internal] private ?TokenList $tokens_ = null;
    public ?string $namespaceURI { get => \dom_get_($this, "namespaceURI"); }
    public ?string $prefix { get => \dom_get_($this, "prefix"); }
    public string $localName { get => \dom_get_($this, "localName"); }
    public string $tagName { get => \dom_get_($this, "tagName"); }
    public string $id { get => \dom_get_($this, "id"); set { \dom_set_($this, "id", $value); } }
    public string $className { get => \dom_get_($this, "className"); set { \dom_set_($this, "className", $value); } }
    #[\Shown("public")] public TokenList $classList { get => ($this->tokens_?->is_of_($this) ? $this->tokens_ : ($this->tokens_ = TokenList::of_($this))); }
    #[\Native]
    public function hasAttributes(): bool {}
    public NamedNodeMap $attributes { get => \dom_get_($this, "attributes"); }
    #[\Native]
    public function getAttributeNames(): array {}
    #[\Native]
    public function getAttribute(string $qualifiedName): ?string {}
    #[\Native]
    public function getAttributeNS(?string $namespace, string $localName): ?string {}
    #[\Native]
    public function setAttribute(string $qualifiedName, string $value): void {}
    #[\Native]
    public function setAttributeNS(?string $namespace, string $qualifiedName, string $value): void {}
    #[\Native]
    public function removeAttribute(string $qualifiedName): void {}
    #[\Native]
    public function removeAttributeNS(?string $namespace, string $localName): void {}
    #[\Native]
    public function toggleAttribute(string $qualifiedName, ?bool $force = null): bool {}
    #[\Native]
    public function hasAttribute(string $qualifiedName): bool {}
    #[\Native]
    public function hasAttributeNS(?string $namespace, string $localName): bool {}
    #[\Native]
    public function getAttributeNode(string $qualifiedName): ?Attr {}
    #[\Native]
    public function getAttributeNodeNS(?string $namespace, string $localName): ?Attr {}
    #[\Native]
    public function setAttributeNode(Attr $attr) : ?Attr {}
    #[\Native]
    public function setAttributeNodeNS(Attr $attr) : ?Attr {}
    #[\Native]
    public function removeAttributeNode(Attr $attr) : Attr {}
    #[\Native]
    public function getElementsByTagName(string $qualifiedName): HTMLCollection {}
    #[\Native]
    public function getElementsByTagNameNS(?string $namespace, string $localName): HTMLCollection {}
    #[\Native]
    public function insertAdjacentElement(AdjacentPosition $where, Element $element): ?Element {}
    #[\Native]
    public function insertAdjacentText(AdjacentPosition $where, string $data): void {}
    public ?Element $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?Element $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    public ?Element $previousElementSibling { get => \dom_get_($this, "previousElementSibling"); }
    public ?Element $nextElementSibling { get => \dom_get_($this, "nextElementSibling"); }
    #[\Native]
    public function setIdAttribute(string $qualifiedName, bool $isId): void {}
    #[\Native]
    public function setIdAttributeNS(?string $namespace, string $qualifiedName, bool $isId): void {}
    #[\Native]
    public function setIdAttributeNode(Attr $attr, bool $isId): void {}
    #[\Native]
    public function remove(): void {}
    #[\Native]
    public function before(Node|string ...$nodes): void {}
    #[\Native]
    public function after(Node|string ...$nodes): void {}
    #[\Native]
    public function replaceWith(Node|string ...$nodes): void {}
    #[\Native]
    public function append(Node|string ...$nodes): void {}
    #[\Native]
    public function prepend(Node|string ...$nodes): void {}
    #[\Native]
    public function replaceChildren(Node|string ...$nodes): void {}
    #[\Native]
    public function querySelector(string $selectors): ?Element {}
    #[\Native]
    public function querySelectorAll(string $selectors): NodeList {}
    #[\Native]
    public function closest(string $selectors): ?Element {}
    #[\Native]
    public function matches(string $selectors): bool {}
    public string $innerHTML { get => \dom_get_($this, "innerHTML"); set { \dom_set_($this, "innerHTML", $value); } }
    public string $substitutedNodeValue { get => \dom_get_($this, "substitutedNodeValue"); set { \dom_set_($this, "substitutedNodeValue", $value); } }
    #[\Native]
    public function getInScopeNamespaces(): array {}
    #[\Native]
    public function getDescendantNamespaces(): array {}
    #[\Native]
    public function rename(?string $namespaceURI, string $qualifiedName): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "namespaceURI prefix localName tagName id className classList attributes firstElementChild lastElementChild childElementCount previousElementSibling nextElementSibling innerHTML substitutedNodeValue nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
