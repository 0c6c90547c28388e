<?php
class DOMDocument extends DOMNode implements DOMParentNode {
    public ?DOMDocumentType $doctype { get => \dom_get_($this, "doctype"); }
    public DOMImplementation $implementation { get => \dom_get_($this, "implementation"); }
    public ?DOMElement $documentElement { get => \dom_get_($this, "documentElement"); }
    public ?string $actualEncoding { get { \report_(E_DEPRECATED, "Property DOMDocument::\$actualEncoding is deprecated"); return \dom_get_($this, "actualEncoding"); } }
    public ?string $encoding { get => \dom_get_($this, "encoding"); set { \dom_set_($this, "encoding", $value); } }
    public ?string $xmlEncoding { get => \dom_get_($this, "xmlEncoding"); }
    public bool $standalone { get => \dom_get_($this, "standalone"); set { \dom_set_($this, "standalone", $value); } }
    public bool $xmlStandalone { get => \dom_get_($this, "xmlStandalone"); set { \dom_set_($this, "xmlStandalone", $value); } }
    public ?string $version { get => \dom_get_($this, "version"); set { \dom_set_($this, "version", $value); } }
    public ?string $xmlVersion { get => \dom_get_($this, "xmlVersion"); set { \dom_set_($this, "xmlVersion", $value); } }
    public bool $strictErrorChecking { get => \dom_get_($this, "strictErrorChecking"); set { \dom_set_($this, "strictErrorChecking", $value); } }
    public ?string $documentURI { get => \dom_get_($this, "documentURI"); set { \dom_set_($this, "documentURI", $value); } }
    public mixed $config { get { \report_(E_DEPRECATED, "Property DOMDocument::\$config is deprecated"); return \dom_get_($this, "config"); } }
    public bool $formatOutput { get => \dom_get_($this, "formatOutput"); set { \dom_set_($this, "formatOutput", $value); } }
    public bool $validateOnParse { get => \dom_get_($this, "validateOnParse"); set { \dom_set_($this, "validateOnParse", $value); } }
    public bool $resolveExternals { get => \dom_get_($this, "resolveExternals"); set { \dom_set_($this, "resolveExternals", $value); } }
    public bool $preserveWhiteSpace { get => \dom_get_($this, "preserveWhiteSpace"); set { \dom_set_($this, "preserveWhiteSpace", $value); } }
    public bool $recover { get => \dom_get_($this, "recover"); set { \dom_set_($this, "recover", $value); } }
    public bool $substituteEntities { get => \dom_get_($this, "substituteEntities"); set { \dom_set_($this, "substituteEntities", $value); } }
    public ?DOMElement $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?DOMElement $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    #[Native]
    public function __construct(string $version = "1.0", string $encoding = "") {}
    #[Native]
    public function createAttribute(string $localName) {}
    #[Native]
    public function createAttributeNS(?string $namespace, string $qualifiedName) {}
    #[Native]
    public function createCDATASection(string $data) {}
    /** @tentative-return-type */
    #[Native]
    public function createComment(string $data): DOMComment {}
    /** @tentative-return-type */
    #[Native]
    public function createDocumentFragment(): DOMDocumentFragment {}
    #[Native]
    public function createElement(string $localName, string $value = "") {}
    #[Native]
    public function createElementNS(?string $namespace, string $qualifiedName, string $value = "") {}
    #[Native]
    public function createEntityReference(string $name) {}
    #[Native]
    public function createProcessingInstruction(string $target, string $data = "") {}
    /** @tentative-return-type */
    #[Native]
    public function createTextNode(string $data): DOMText {}
    /** @tentative-return-type */
    #[Native]
    public function getElementById(string $elementId): ?DOMElement {}
    /** @tentative-return-type */
    #[Native]
    public function getElementsByTagName(string $qualifiedName): DOMNodeList {}
    /** @tentative-return-type */
    #[Native]
    public function getElementsByTagNameNS(?string $namespace, string $localName): DOMNodeList {}
    #[Native]
    public function importNode(DOMNode $node, bool $deep = false) {}
    /** @tentative-return-type */
    #[Native]
    public function load(string $filename, int $options = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function loadXML(string $source, int $options = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function normalizeDocument(): void {}
    /** @tentative-return-type */
    #[Native]
    public function registerNodeClass(string $baseClass, ?string $extendedClass): true {}
    /** @tentative-return-type */
    #[Native]
    public function save(string $filename, int $options = 0): int|false {}
    /** @tentative-return-type */
    #[Native]
    public function loadHTML(string $source, int $options = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function loadHTMLFile(string $filename, int $options = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function saveHTML(?DOMNode $node = null): string|false {}
    /** @tentative-return-type */
    #[Native]
    public function saveHTMLFile(string $filename): int|false {}
    /** @tentative-return-type */
    #[Native]
    public function saveXML(?DOMNode $node = null, int $options = 0): string|false {}
    /** @tentative-return-type */
    #[Native]
    public function schemaValidate(string $filename, int $flags = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function schemaValidateSource(string $source, int $flags = 0): bool {}
    /** @tentative-return-type */
    #[Native]
    public function relaxNGValidate(string $filename): bool {}
    /** @tentative-return-type */
    #[Native]
    public function relaxNGValidateSource(string $source): bool {}
    /** @tentative-return-type */
    #[Native]
    public function validate(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function xinclude(int $options = 0): int|false {}
    /** @tentative-return-type */
    #[Native]
    public function adoptNode(DOMNode $node): DOMNode|false {}
    #[Native]
    public function append(...$nodes): void {}
    #[Native]
    public function prepend(...$nodes): void {}
    #[Native]
    public function replaceChildren(...$nodes): void {}
    #[Internal] public function debug_(): array { return \dom_shown_($this, "doctype implementation documentElement actualEncoding encoding xmlEncoding standalone xmlStandalone version xmlVersion strictErrorChecking documentURI config formatOutput validateOnParse resolveExternals preserveWhiteSpace recover substituteEntities firstElementChild lastElementChild childElementCount nodeName nodeValue nodeType parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling attributes isConnected ownerDocument namespaceURI prefix localName baseURI textContent"); }
}
