<?php
class DOMImplementation {
    /** @tentative-return-type */
    #[Native]
    public function hasFeature(string $feature, string $version): bool {}
    #[Native]
    public function createDocumentType(string $qualifiedName, string $publicId = "", string $systemId = "") {}
    /** @tentative-return-type */
    #[Native]
    public function createDocument(?string $namespace = null, string $qualifiedName = "", ?DOMDocumentType $doctype = null): DOMDocument {}
}
