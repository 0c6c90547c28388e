<?php
namespace Dom;

class Entity extends Node {
    public ?string $publicId { get => \dom_get_($this, "publicId"); }
    public ?string $systemId { get => \dom_get_($this, "systemId"); }
    public ?string $notationName { get => \dom_get_($this, "notationName"); }
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "publicId systemId notationName nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
