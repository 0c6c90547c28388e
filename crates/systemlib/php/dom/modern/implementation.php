<?php
namespace Dom;

class Implementation {
    #[\Native]
    public function createDocumentType(string $qualifiedName, string $publicId, string $systemId): DocumentType {}
    #[\Native]
    public function createDocument(?string $namespace, string $qualifiedName, ?DocumentType $doctype = null): XMLDocument {}
}
