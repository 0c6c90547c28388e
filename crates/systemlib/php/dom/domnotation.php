<?php
class DOMNotation extends DOMNode {
    #[Internal] private string $name_ = "";
    #[Internal] private string $public_ = "";
    #[Internal] private string $system_ = "";
    #[Internal] public function name_(): string { return $this->name_; }
    public string $publicId { get => $this->public_; }
    public string $systemId { get => $this->system_; }
    #[Internal] public function debug_(): array { return \dom_shown_($this, "publicId systemId nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
