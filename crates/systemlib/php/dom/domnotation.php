<?php
class DOMNotation extends DOMNode {
    #[Internal] private string $name_ = "";
    #[Internal] private string $public_ = "";
    #[Internal] private string $system_ = "";
    public string $publicId { get => \dom_get_($this, "publicId"); }
    public string $systemId { get => \dom_get_($this, "systemId"); }
    #[Internal] public function debug_(): array { return \dom_shown_($this, "publicId systemId nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
