<?php
namespace Dom;

final class XPath {
    public Document $document { get => \dom_get_($this, "document"); }
    public bool $registerNodeNamespaces { get => \dom_get_($this, "registerNodeNamespaces"); set { \dom_set_($this, "registerNodeNamespaces", $value); } }
    #[\Native]
    public function __construct(Document $document, bool $registerNodeNS = true) {}
    #[\Native]
    public function evaluate(string $expression, ?Node $contextNode = null, bool $registerNodeNS = true): null|bool|float|string|NodeList {}
    #[\Native]
    public function query(string $expression, ?Node $contextNode = null, bool $registerNodeNS = true): NodeList {}
    #[\Native]
    public function registerNamespace(string $prefix, string $namespace): bool {}
    #[\Native]
    public function registerPhpFunctions(string|array|null $restrict = null): void {}
    #[\Native]
    public function registerPhpFunctionNS(string $namespaceURI, string $name, callable $callable): void {}
    #[\Native]
    public static function quote(string $str): string {}
    #[\Internal] private function uncloneable_(): void {}
    #[\Internal] public function debug_(): array { return ["document" => "(object value omitted)", "registerNodeNamespaces" => $this->registerNodeNamespaces]; }
}
