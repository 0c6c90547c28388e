<?php
class DOMDocumentFragment extends DOMNode implements DOMParentNode {
    public ?DOMElement $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?DOMElement $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    #[Native]
    public function __construct() {}
    /** @tentative-return-type */
    #[Native]
    public function appendXML(string $data): bool {}
    #[Native]
    public function append(...$nodes): void {}
    #[Native]
    public function prepend(...$nodes): void {}
    #[Native]
    public function replaceChildren(...$nodes): void {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "firstElementChild lastElementChild childElementCount nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
