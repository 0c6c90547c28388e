<?php
namespace Dom;

class Implementation {
    #[\Native]
    public function createDocumentType(string $qualifiedName, string $publicId, string $systemId): DocumentType {}
    #[\Native]
    public function createDocument(?string $namespace, string $qualifiedName, ?DocumentType $doctype = null): XMLDocument {}
    public function createHTMLDocument(?string $title = null): HTMLDocument {
        $made = HTMLDocument::createFromString("<!DOCTYPE html><html><head></head><body></body></html>", LIBXML_NOERROR);
        if ($title !== null) $made->head->appendChild($made->createElement("title"))->textContent = $title;
        return $made;
    }
    #[\Internal] private function uncloneable_(): void {}
}
