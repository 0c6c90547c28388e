<?php
namespace Dom;

class HTMLElement extends Element {

    #[\Internal] public function debug_(): array { return \dom_shown_($this, "namespaceURI prefix localName tagName id className classList attributes firstElementChild lastElementChild childElementCount previousElementSibling nextElementSibling innerHTML substitutedNodeValue nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
