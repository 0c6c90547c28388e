<?php
class DOMCdataSection extends DOMText {
    #[Native]
    public function __construct(string $data) {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "wholeText data length previousElementSibling nextElementSibling nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
