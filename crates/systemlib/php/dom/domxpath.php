<?php
class DOMXPath {
    public DOMDocument $document { get => \dom_get_($this, "document"); }
    public bool $registerNodeNamespaces { get => \dom_get_($this, "registerNodeNamespaces"); set { \dom_set_($this, "registerNodeNamespaces", $value); } }
    #[Native]
    public function __construct(DOMDocument $document, bool $registerNodeNS = true) {}
    /** @tentative-return-type */
    #[Native]
    public function evaluate(string $expression, ?DOMNode $contextNode = null, bool $registerNodeNS = true): mixed {}
    /** @tentative-return-type */
    #[Native]
    public function query(string $expression, ?DOMNode $contextNode = null, bool $registerNodeNS = true): mixed {}
    /** @tentative-return-type */
    #[Native]
    public function registerNamespace(string $prefix, string $namespace): bool {}
    /** @tentative-return-type */
    #[Native]
    public function registerPhpFunctions(string|array|null $restrict = null): void {}
    #[Native]
    public function registerPhpFunctionNS(string $namespaceURI, string $name, callable $callable): void {}
    #[Native]
    public static function quote(string $str): string {}
    #[Internal] private function uncloneable_(): void {}
    #[Internal] public function debug_(): array { return ["document" => "(object value omitted)", "registerNodeNamespaces" => $this->registerNodeNamespaces]; }
}
