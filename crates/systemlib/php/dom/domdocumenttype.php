<?php
class DOMDocumentType extends DOMNode {
    public string $name { get => \dom_get_($this, "name"); }
    public DOMNamedNodeMap $entities { get => \dom_get_($this, "entities"); }
    public DOMNamedNodeMap $notations { get => \dom_get_($this, "notations"); }
    public string $publicId { get => \dom_get_($this, "publicId"); }
    public string $systemId { get => \dom_get_($this, "systemId"); }
    public ?string $internalSubset { get => \dom_get_($this, "internalSubset"); }
    #[Internal] public function debug_(): array { return \dom_shown_($this, "name entities notations publicId systemId internalSubset nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
