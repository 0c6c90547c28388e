<?php
class DOMEntityReference extends DOMNode {
    #[Native]
    public function __construct(string $name) {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
