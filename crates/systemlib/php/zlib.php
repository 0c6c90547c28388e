<?php
// Compressed data in parts. What zlib knows of it lies with the extension.

final class DeflateContext {
    #[Internal] private function uncloneable_(): void {}
    #[Internal] public function construct_(mixed ...$args) { throw new Error("Cannot directly construct DeflateContext, use deflate_init() instead"); }
}

final class InflateContext {
    #[Internal] private function uncloneable_(): void {}
    #[Internal] public function construct_(mixed ...$args) { throw new Error("Cannot directly construct InflateContext, use inflate_init() instead"); }
}
