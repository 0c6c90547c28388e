<?php
namespace Dom;

final class XMLDocument extends Document {
    #[\Native]
    public static function createEmpty(string $version = "1.0", string $encoding = "UTF-8"): XMLDocument {}
    #[\Native]
    public static function createFromFile(string $path, int $options = 0, ?string $overrideEncoding = null): XMLDocument {}
    #[\Native]
    public static function createFromString(string $source, int $options = 0, ?string $overrideEncoding = null): XMLDocument {}
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
    public function saveXml(?Node $node = null, int $options = 0): string|false {}
    #[\Native]
    public function saveXmlFile(string $filename, int $options = 0): int|false {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "xmlEncoding xmlStandalone xmlVersion formatOutput implementation URL documentURI characterSet charset inputEncoding doctype documentElement firstElementChild lastElementChild childElementCount body head title nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
