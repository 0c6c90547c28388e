<?php
namespace Dom;

class DocumentFragment extends Node implements ParentNode {
    public ?Element $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?Element $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    #[\Native]
    public function appendXml(string $data): bool {}
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
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "firstElementChild lastElementChild childElementCount nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
