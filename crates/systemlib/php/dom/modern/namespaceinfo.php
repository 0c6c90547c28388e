<?php
namespace Dom;

final readonly class NamespaceInfo {
    public ?string $prefix;
    public ?string $namespaceURI;
    public Element $element;
    private function __construct() {}
}
