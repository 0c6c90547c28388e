<?php
class XMLWriter
{
    #[Internal] private function uncloneable_(): void {}
    /** @tentative-return-type */
    #[Native]
    public function openUri(string $uri): bool {}
    #[Native]
    public static function toUri(string $uri): static {}
    /** @tentative-return-type */
    #[Native]
    public function openMemory(): bool {}
    #[Native]
    public static function toMemory(): static {}
    #[Native]
    public static function toStream($stream): static {}
    /** @tentative-return-type */
    #[Native]
    public function setIndent(bool $enable): bool {}
    /** @tentative-return-type */
    #[Native]
    public function setIndentString(string $indentation): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startComment(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endComment(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startAttribute(string $name): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endAttribute(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeAttribute(string $name, string $value): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startAttributeNs(?string $prefix, string $name, ?string $namespace): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeAttributeNs(?string $prefix, string $name, ?string $namespace, string $value): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startElement(string $name): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endElement(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function fullEndElement(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startElementNs(?string $prefix, string $name, ?string $namespace): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeElement(string $name, ?string $content = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeElementNs(?string $prefix, string $name, ?string $namespace, ?string $content = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startPi(string $target): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endPi(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writePi(string $target, string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startCdata(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endCdata(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeCdata(string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function text(string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeRaw(string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startDocument(?string $version = "1.0", ?string $encoding = null, ?string $standalone = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endDocument(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeComment(string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startDtd(string $qualifiedName, ?string $publicId = null, ?string $systemId = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endDtd(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeDtd(string $name, ?string $publicId = null, ?string $systemId = null, ?string $content = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startDtdElement(string $qualifiedName): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endDtdElement(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeDtdElement(string $name, string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startDtdAttlist(string $name): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endDtdAttlist(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeDtdAttlist(string $name, string $content): bool {}
    /** @tentative-return-type */
    #[Native]
    public function startDtdEntity(string $name, bool $isParam): bool {}
    /** @tentative-return-type */
    #[Native]
    public function endDtdEntity(): bool {}
    /** @tentative-return-type */
    #[Native]
    public function writeDtdEntity(string $name, string $content, bool $isParam = false, ?string $publicId = null, ?string $systemId = null, ?string $notationData = null): bool {}
    /** @tentative-return-type */
    #[Native]
    public function outputMemory(bool $flush = true): string {}
    /** @tentative-return-type */
    #[Native]
    public function flush(bool $empty = true): string|int {}
}
