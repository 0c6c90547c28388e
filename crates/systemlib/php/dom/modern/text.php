<?php
namespace Dom;

class Text extends CharacterData {
    #[\Native]
    public function splitText(int $offset): Text {}
    public string $wholeText { get => \dom_get_($this, "wholeText"); }
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "wholeText previousElementSibling nextElementSibling data length nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
