<?php
namespace Dom;

final class HTMLDocument extends Document {
    #[\Native]
    public static function createEmpty(string $encoding = "UTF-8"): HTMLDocument {}
    #[\Native]
    public static function createFromFile(string $path, int $options = 0, ?string $overrideEncoding = null): HTMLDocument {}
    #[\Native]
    public static function createFromString(string $source, int $options = 0, ?string $overrideEncoding = null): HTMLDocument {}
    #[\Native]
    public function saveXml(?Node $node = null, int $options = 0): string|false {}
    #[\Native]
    public function saveXmlFile(string $filename, int $options = 0): int|false {}
    #[\Native]
    public function saveHtml(?Node $node = null): string {}
    #[\Native]
    public function saveHtmlFile(string $filename): int|false {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "implementation URL documentURI characterSet charset inputEncoding doctype documentElement firstElementChild lastElementChild childElementCount body head title nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
