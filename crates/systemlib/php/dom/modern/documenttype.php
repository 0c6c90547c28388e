<?php
namespace Dom;

class DocumentType extends Node implements ChildNode {
    public string $name { get => \dom_get_($this, "name"); }
    public DtdNamedNodeMap $entities { get => \dom_get_($this, "entities"); }
    public DtdNamedNodeMap $notations { get => \dom_get_($this, "notations"); }
    public string $publicId { get => \dom_get_($this, "publicId"); }
    public string $systemId { get => \dom_get_($this, "systemId"); }
    public ?string $internalSubset { get => \dom_get_($this, "internalSubset"); }
    #[\Native]
    public function remove(): void {}
    #[\Native]
    public function before(Node|string ...$nodes): void {}
    #[\Native]
    public function after(Node|string ...$nodes): void {}
    #[\Native]
    public function replaceWith(Node|string ...$nodes): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "name entities notations publicId systemId internalSubset nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
