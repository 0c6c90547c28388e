<?php
namespace Dom;

final class HTMLDocument extends Document {
    #[\Native]
    public function saveXmlFile(string $filename, int $options = 0): int|false {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "URL documentURI characterSet charset inputEncoding doctype documentElement firstElementChild lastElementChild childElementCount nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
