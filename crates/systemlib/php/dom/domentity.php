<?php
class DOMEntity extends DOMNode {
    public ?string $publicId { get => \dom_get_($this, "publicId"); }
    public ?string $systemId { get => \dom_get_($this, "systemId"); }
    public ?string $notationName { get => \dom_get_($this, "notationName"); }
    public ?string $actualEncoding { get { \report_(E_DEPRECATED, "Property DOMEntity::\$actualEncoding is deprecated"); return \dom_get_($this, "actualEncoding"); } }
    public ?string $encoding { get { \report_(E_DEPRECATED, "Property DOMEntity::\$encoding is deprecated"); return \dom_get_($this, "encoding"); } }
    public ?string $version { get { \report_(E_DEPRECATED, "Property DOMEntity::\$version is deprecated"); return \dom_get_($this, "version"); } }
    #[Internal] public function debug_(): array { return \dom_shown_($this, "publicId systemId notationName actualEncoding encoding version nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
