<?php
interface DOMChildNode {
    public function remove(): void;
    public function before(... $nodes): void;
    public function after(...$nodes): void;
    public function replaceWith(...$nodes): void;
}
