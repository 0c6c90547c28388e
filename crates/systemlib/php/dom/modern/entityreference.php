<?php
namespace Dom;

class EntityReference extends Node {

    #[\Internal] public function debug_(): array { return \dom_shown_($this, "nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
