<?php
class DOMCharacterData extends DOMNode implements DOMChildNode {
    public string $data { get => \dom_get_($this, "data"); set { \dom_set_($this, "data", $value); } }
    public int $length { get => \dom_get_($this, "length"); }
    public ?DOMElement $previousElementSibling { get => \dom_get_($this, "previousElementSibling"); }
    public ?DOMElement $nextElementSibling { get => \dom_get_($this, "nextElementSibling"); }
    /** @tentative-return-type */
    #[Native]
    public function appendData(string $data): true {}
    #[Native]
    public function substringData(int $offset, int $count) {}
    /** @tentative-return-type */
    #[Native]
    public function insertData(int $offset, string $data): bool {}
    /** @tentative-return-type */
    #[Native]
    public function deleteData(int $offset, int $count): bool {}
    /** @tentative-return-type */
    #[Native]
    public function replaceData(int $offset, int $count, string $data): bool {}
    #[Native]
    public function replaceWith(...$nodes): void {}
    #[Native]
    public function remove(): void {}
    #[Native]
    public function before(... $nodes): void {}
    #[Native]
    public function after(...$nodes): void {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "data length previousElementSibling nextElementSibling nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
