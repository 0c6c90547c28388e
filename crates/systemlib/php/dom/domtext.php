<?php
class DOMText extends DOMCharacterData {
    public string $wholeText { get => \dom_get_($this, "wholeText"); }
    #[Native]
    public function __construct(string $data = "") {}
    /** @tentative-return-type */
    #[Native]
    public function isWhitespaceInElementContent(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function isElementContentWhitespace(): bool {}
    #[Native]
    public function splitText(int $offset) {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "wholeText data length previousElementSibling nextElementSibling nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
