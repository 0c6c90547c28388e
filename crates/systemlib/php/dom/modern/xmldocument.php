<?php
namespace Dom;

final class XMLDocument extends Document {
    public string $xmlEncoding { get => \dom_get_($this, "xmlEncoding"); }
    public bool $xmlStandalone { get => \dom_get_($this, "xmlStandalone"); set { \dom_set_($this, "xmlStandalone", $value); } }
    public string $xmlVersion { get => \dom_get_($this, "xmlVersion"); set { \dom_set_($this, "xmlVersion", $value); } }
    public bool $formatOutput { get => \dom_get_($this, "formatOutput"); set { \dom_set_($this, "formatOutput", $value); } }
    #[\Native]
    public function createEntityReference(string $name): EntityReference {}
    #[\Native]
    public function validate(): bool {}
    #[\Native]
    public function xinclude(int $options = 0): int {}
    #[\Native]
    public function saveXmlFile(string $filename, int $options = 0): int|false {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "xmlEncoding xmlStandalone xmlVersion formatOutput URL documentURI characterSet charset inputEncoding doctype documentElement firstElementChild lastElementChild childElementCount nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
