<?php
class DOMProcessingInstruction extends DOMNode {
    public string $target { get => \dom_get_($this, "target"); }
    public string $data { get => \dom_get_($this, "data"); set { \dom_set_($this, "data", $value); } }
    #[Native]
    public function __construct(string $name, string $value = "") {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "target data nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
