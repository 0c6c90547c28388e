<?php
class DOMComment extends DOMCharacterData {
    #[Native]
    public function __construct(string $data = "") {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "data length previousElementSibling nextElementSibling nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
