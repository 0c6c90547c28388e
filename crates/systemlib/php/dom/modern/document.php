<?php
namespace Dom;

abstract class Document extends Node implements ParentNode {
    #[\Internal] private ?Implementation $implementation_ = null;
    #[\Shown("public")] public Implementation $implementation { get => $this->implementation_ ??= \dom_get_($this, "implementation"); }
    public string $URL { get => \dom_get_($this, "URL"); set { \dom_set_($this, "URL", $value); } }
    public string $documentURI { get => \dom_get_($this, "documentURI"); set { \dom_set_($this, "documentURI", $value); } }
    public string $characterSet { get => \dom_get_($this, "characterSet"); set { \dom_set_($this, "characterSet", $value); } }
    public string $charset { get => \dom_get_($this, "charset"); set { \dom_set_($this, "charset", $value); } }
    public string $inputEncoding { get => \dom_get_($this, "inputEncoding"); set { \dom_set_($this, "inputEncoding", $value); } }
    public ?DocumentType $doctype { get => \dom_get_($this, "doctype"); }
    public ?Element $documentElement { get => \dom_get_($this, "documentElement"); }
    #[\Native]
    public function getElementsByTagName(string $qualifiedName): HTMLCollection {}
    #[\Native]
    public function getElementsByTagNameNS(?string $namespace, string $localName): HTMLCollection {}
    #[\Native]
    public function createElement(string $localName): Element {}
    #[\Native]
    public function createElementNS(?string $namespace, string $qualifiedName): Element {}
    #[\Native]
    public function createDocumentFragment(): DocumentFragment {}
    #[\Native]
    public function createTextNode(string $data): Text {}
    #[\Native]
    public function createCDATASection(string $data): CDATASection {}
    #[\Native]
    public function createComment(string $data): Comment {}
    #[\Native]
    public function createProcessingInstruction(string $target, string $data): ProcessingInstruction {}
    #[\Native]
    public function importNode(?Node $node, bool $deep = false): Node {}
    #[\Native]
    public function adoptNode(Node $node): Node {}
    #[\Native]
    public function createAttribute(string $localName): Attr {}
    #[\Native]
    public function createAttributeNS(?string $namespace, string $qualifiedName): Attr {}
    public ?Element $firstElementChild { get => \dom_get_($this, "firstElementChild"); }
    public ?Element $lastElementChild { get => \dom_get_($this, "lastElementChild"); }
    public int $childElementCount { get => \dom_get_($this, "childElementCount"); }
    #[\Native]
    public function getElementById(string $elementId): ?Element {}
    #[\Native]
    public function registerNodeClass(string $baseClass, ?string $extendedClass): void {}
    #[\Native]
    public function schemaValidate(string $filename, int $flags = 0): bool {}
    #[\Native]
    public function schemaValidateSource(string $source, int $flags = 0): bool {}
    #[\Native]
    public function relaxNgValidate(string $filename): bool {}
    #[\Native]
    public function relaxNgValidateSource(string $source): bool {}
    #[\Native]
    public function append(Node|string ...$nodes): void {}
    #[\Native]
    public function prepend(Node|string ...$nodes): void {}
    #[\Native]
    public function replaceChildren(Node|string ...$nodes): void {}
    #[\Native]
    public function importLegacyNode(\DOMNode $node, bool $deep = false): Node {}
    #[\Native]
    public function querySelector(string $selectors): ?Element {}
    #[\Native]
    public function querySelectorAll(string $selectors): NodeList {}
    public ?HTMLElement $body {
        get => \dom_get_($this, "body");
        set {
            if ($value?->namespaceURI !== "http://www.w3.org/1999/xhtml" || !in_array($value->localName, ["body", "frameset"], true)) throw new \DOMException("The new body must either be a body or a frameset tag", 3);
            $old = \dom_get_($this, "body");
            if ($old === $value) return;
            if ($old !== null) $old->parentNode->replaceChild($value, $old);
            elseif ($this->documentElement !== null) $this->documentElement->appendChild($value);
            else throw new \DOMException("A body can only be set if there is a document element", 3);
        }
    }
    public ?HTMLElement $head { get => \dom_get_($this, "head"); }
    public string $title { get => \dom_get_($this, "title"); set { \dom_set_($this, "title", $value); } }
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "implementation URL documentURI characterSet charset inputEncoding doctype documentElement firstElementChild lastElementChild childElementCount body head title nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
