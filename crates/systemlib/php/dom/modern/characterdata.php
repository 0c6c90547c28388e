<?php
namespace Dom;

class CharacterData extends Node implements ChildNode {
    public ?Element $previousElementSibling { get => \dom_get_($this, "previousElementSibling"); }
    public ?Element $nextElementSibling { get => \dom_get_($this, "nextElementSibling"); }
    public string $data { get => \dom_get_($this, "data"); set { \dom_set_($this, "data", $value); } }
    public int $length { get => \dom_get_($this, "length"); }
    #[\Native]
    public function substringData(int $offset, int $count): string {}
    #[\Native]
    public function appendData(string $data): void {}
    #[\Native]
    public function insertData(int $offset, string $data): void {}
    #[\Native]
    public function deleteData(int $offset, int $count): void {}
    #[\Native]
    public function replaceData(int $offset, int $count, string $data): void {}
    #[\Native]
    public function remove(): void {}
    #[\Native]
    public function before(Node|string ...$nodes): void {}
    #[\Native]
    public function after(Node|string ...$nodes): void {}
    #[\Native]
    public function replaceWith(Node|string ...$nodes): void {}
    #[\Internal] public function debug_(): array { return \dom_shown_($this, "previousElementSibling nextElementSibling data length nodeType nodeName baseURI isConnected ownerDocument parentNode parentElement childNodes firstChild lastChild previousSibling nextSibling nodeValue textContent"); }
}
