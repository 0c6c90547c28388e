<?php
namespace Dom;

readonly final class NamespaceInfo {
    public ?string $prefix;
    public ?string $namespaceURI;
    public Element $element;
    private function __construct() {}
}
