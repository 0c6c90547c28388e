<?php
class DOMAttr extends DOMNode {
    public string $name { get => \dom_get_($this, "name"); }
    public bool $specified { get => \dom_get_($this, "specified"); }
    public string $value { get => \dom_get_($this, "value"); set { \dom_set_($this, "value", $value); } }
    public ?DOMElement $ownerElement { get => \dom_get_($this, "ownerElement"); }
    public mixed $schemaTypeInfo { get => \dom_get_($this, "schemaTypeInfo"); }
    #[Native]
    public function __construct(string $name, string $value = "") {}
    /** @tentative-return-type */
    #[Native]
    public function isId(): bool {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "name specified value ownerElement schemaTypeInfo nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
