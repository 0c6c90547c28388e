<?php
namespace Dom;

class Attr extends Node {
    public ?string $namespaceURI { get => \dom_get_($this, "namespaceURI"); }
    public ?string $prefix { get => \dom_get_($this, "prefix"); }
    public string $localName { get => \dom_get_($this, "localName"); }
    public string $name { get => \dom_get_($this, "name"); }
    public string $value { get => \dom_get_($this, "value"); set { \dom_set_($this, "value", $value); } }
    public ?Element $ownerElement { get => \dom_get_($this, "ownerElement"); }
    public bool $specified { get => \dom_get_($this, "specified"); }
    #[\Native]
    public function isId(): bool {}
    #[\Native]
    public function rename(?string $namespaceURI, string $qualifiedName): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "namespaceURI prefix localName name value ownerElement specified nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
