<?php
namespace Dom;

class Comment extends CharacterData {

    #[\Internal] public function debug_(): array { return \dom_shown_($this, "previousElementSibling nextElementSibling data length nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
