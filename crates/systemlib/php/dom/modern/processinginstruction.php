<?php
namespace Dom;

class ProcessingInstruction extends CharacterData {
    public string $target { get => \dom_get_($this, "target"); }
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "target previousElementSibling nextElementSibling data length nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
