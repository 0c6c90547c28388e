<?php
class DOMNameSpaceNode {
    #[Internal] private string $name_ = "";
    #[Internal] private ?string $uri_ = null;
    #[Internal] private string $prefix_ = "";
    #[Internal] private string $local_ = "";
    #[Internal] private ?DOMNode $parent_ = null;
    public string $nodeName { get => $this->name_; }
    public ?string $nodeValue { get => $this->uri_; }
    public int $nodeType { get => 18; }
    public string $prefix { get => $this->prefix_; }
    public ?string $localName { get => $this->local_; }
    public ?string $namespaceURI { get => $this->uri_; }
    public bool $isConnected { get => $this->parent_?->isConnected ?? false; }
    public ?DOMDocument $ownerDocument { get => $this->parent_?->ownerDocument; }
    public ?DOMNode $parentNode { get => $this->parent_; }
    public ?DOMElement $parentElement { get => $this->parent_; }
    #[Native]
    public function __sleep(): array {}
    #[Native]
    public function __wakeup(): void {}
    #[Internal] public function debug_(): array {
        $om = "(object value omitted)";
        return ["nodeName" => $this->name_, "nodeValue" => $this->uri_, "nodeType" => 18, "prefix" => $this->prefix_, "localName" => $this->local_, "namespaceURI" => $this->uri_, "isConnected" => $this->isConnected, "ownerDocument" => $om, "parentNode" => $om, "parentElement" => $om];
    }
}
