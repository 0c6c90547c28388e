<?php
class XMLReader {
    public const int NONE = 0;
    public const int ELEMENT = 1;
    public const int ATTRIBUTE = 2;
    public const int TEXT = 3;
    public const int CDATA = 4;
    public const int ENTITY_REF = 5;
    public const int ENTITY = 6;
    public const int PI = 7;
    public const int COMMENT = 8;
    public const int DOC = 9;
    public const int DOC_TYPE = 10;
    public const int DOC_FRAGMENT = 11;
    public const int NOTATION = 12;
    public const int WHITESPACE = 13;
    public const int SIGNIFICANT_WHITESPACE = 14;
    public const int END_ELEMENT = 15;
    public const int END_ENTITY = 16;
    public const int XML_DECLARATION = 17;
    public const int LOADDTD = 1;
    public const int DEFAULTATTRS = 2;
    public const int VALIDATE = 3;
    public const int SUBST_ENTITIES = 4;
    public int $attributeCount { get => xmlreader_get_($this, "attributeCount"); }
    public string $baseURI { get => xmlreader_get_($this, "baseURI"); }
    public int $depth { get => xmlreader_get_($this, "depth"); }
    public bool $hasAttributes { get => xmlreader_get_($this, "hasAttributes"); }
    public bool $hasValue { get => xmlreader_get_($this, "hasValue"); }
    public bool $isDefault { get => xmlreader_get_($this, "isDefault"); }
    public bool $isEmptyElement { get => xmlreader_get_($this, "isEmptyElement"); }
    public string $localName { get => xmlreader_get_($this, "localName"); }
    public string $name { get => xmlreader_get_($this, "name"); }
    public string $namespaceURI { get => xmlreader_get_($this, "namespaceURI"); }
    public int $nodeType { get => xmlreader_get_($this, "nodeType"); }
    public string $prefix { get => xmlreader_get_($this, "prefix"); }
    public string $value { get => xmlreader_get_($this, "value"); }
    public string $xmlLang { get => xmlreader_get_($this, "xmlLang"); }
    /** @tentative-return-type */
    #[Native] public function close(): true {}
    /** @tentative-return-type */
    #[Native] public function getAttribute(string $name): ?string {}
    /** @tentative-return-type */
    #[Native] public function getAttributeNo(int $index): ?string {}
    /** @tentative-return-type */
    #[Native] public function getAttributeNs(string $name, string $namespace): ?string {}
    /** @tentative-return-type */
    #[Native] public function getParserProperty(int $property): bool {}
    /** @tentative-return-type */
    #[Native] public function isValid(): bool {}
    /** @tentative-return-type */
    #[Native] public function lookupNamespace(string $prefix): ?string {}
    /** @tentative-return-type */
    #[Native] public function moveToAttribute(string $name): bool {}
    /** @tentative-return-type */
    #[Native] public function moveToAttributeNo(int $index): bool {}
    /** @tentative-return-type */
    #[Native] public function moveToAttributeNs(string $name, string $namespace): bool {}
    /** @tentative-return-type */
    #[Native] public function moveToElement(): bool {}
    /** @tentative-return-type */
    #[Native] public function moveToFirstAttribute(): bool {}
    /** @tentative-return-type */
    #[Native] public function moveToNextAttribute(): bool {}
    /** @tentative-return-type */
    #[Native] public function read(): bool {}
    /** @tentative-return-type */
    #[Native] public function next(?string $name = null): bool {}
    #[Native] public static function open(string $uri, ?string $encoding = null, int $flags = 0) {}
    #[Native] public static function fromUri(string $uri, ?string $encoding = null, int $flags = 0): static {}
    #[Native] public static function fromStream($stream, ?string $encoding = null, int $flags = 0, ?string $documentUri = null): static {}
    /** @tentative-return-type */
    #[Native] public function readInnerXml(): string {}
    /** @tentative-return-type */
    #[Native] public function readOuterXml(): string {}
    /** @tentative-return-type */
    #[Native] public function readString(): string {}
    /** @tentative-return-type */
    #[Native] public function setSchema(?string $filename): bool {}
    /** @tentative-return-type */
    #[Native] public function setParserProperty(int $property, bool $value): bool {}
    /** @tentative-return-type */
    #[Native] public function setRelaxNGSchema(?string $filename): bool {}
    /** @tentative-return-type */
    #[Native] public function setRelaxNGSchemaSource(?string $source): bool {}
    #[Native] public static function XML(string $source, ?string $encoding = null, int $flags = 0) {}
    #[Native] public static function fromString(string $source, ?string $encoding = null, int $flags = 0): static {}
    /** @tentative-return-type */
    #[Native] public function expand(?DOMNode $baseNode = null): DOMNode|false {}
    #[Native] #[Internal] public function open_(string $uri, ?string $encoding = null, int $flags = 0) {}
    #[Native] #[Internal] public function XML_(string $source, ?string $encoding = null, int $flags = 0) {}
    #[Internal] public function debug_(): array {
        $all = [];
        foreach (['attributeCount', 'baseURI', 'depth', 'hasAttributes', 'hasValue', 'isDefault', 'isEmptyElement', 'localName', 'name', 'namespaceURI', 'nodeType', 'prefix', 'value', 'xmlLang'] as $name) {
            try {
                $all[$name] = $this->$name;
            } catch (Error $thrown) {
                $all["\0thrown"] ??= $thrown;
            }
        }
        return $all;
    }
    #[Internal] private function uncloneable_(): void {}
}
