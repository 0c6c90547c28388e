<?php

/** See the method: open uri. */
function xmlwriter_open_uri(string $uri): XMLWriter|false {}

/** See the method: open memory. */
function xmlwriter_open_memory(): XMLWriter|false {}

/** See the method: set indent. */
function xmlwriter_set_indent(XMLWriter $writer, bool $enable): bool {}

/** See the method: set indent string. */
function xmlwriter_set_indent_string(XMLWriter $writer, string $indentation): bool {}

/** See the method: start comment. */
function xmlwriter_start_comment(XMLWriter $writer): bool {}

/** See the method: end comment. */
function xmlwriter_end_comment(XMLWriter $writer): bool {}

/** See the method: start attribute. */
function xmlwriter_start_attribute(XMLWriter $writer, string $name): bool {}

/** See the method: end attribute. */
function xmlwriter_end_attribute(XMLWriter $writer): bool {}

/** See the method: write attribute. */
function xmlwriter_write_attribute(XMLWriter $writer, string $name, string $value): bool {}

/** See the method: start attribute ns. */
function xmlwriter_start_attribute_ns(XMLWriter $writer, ?string $prefix, string $name, ?string $namespace): bool {}

/** See the method: write attribute ns. */
function xmlwriter_write_attribute_ns(XMLWriter $writer, ?string $prefix, string $name, ?string $namespace, string $value): bool {}

/** See the method: start element. */
function xmlwriter_start_element(XMLWriter $writer, string $name): bool {}

/** See the method: end element. */
function xmlwriter_end_element(XMLWriter $writer): bool {}

/** See the method: full end element. */
function xmlwriter_full_end_element(XMLWriter $writer): bool {}

/** See the method: start element ns. */
function xmlwriter_start_element_ns(XMLWriter $writer, ?string $prefix, string $name, ?string $namespace): bool {}

/** See the method: write element. */
function xmlwriter_write_element(XMLWriter $writer, string $name, ?string $content = null): bool {}

/** See the method: write element ns. */
function xmlwriter_write_element_ns(XMLWriter $writer, ?string $prefix, string $name, ?string $namespace, ?string $content = null): bool {}

/** See the method: start pi. */
function xmlwriter_start_pi(XMLWriter $writer, string $target): bool {}

/** See the method: end pi. */
function xmlwriter_end_pi(XMLWriter $writer): bool {}

/** See the method: write pi. */
function xmlwriter_write_pi(XMLWriter $writer, string $target, string $content): bool {}

/** See the method: start cdata. */
function xmlwriter_start_cdata(XMLWriter $writer): bool {}

/** See the method: end cdata. */
function xmlwriter_end_cdata(XMLWriter $writer): bool {}

/** See the method: write cdata. */
function xmlwriter_write_cdata(XMLWriter $writer, string $content): bool {}

/** See the method: text. */
function xmlwriter_text(XMLWriter $writer, string $content): bool {}

/** See the method: write raw. */
function xmlwriter_write_raw(XMLWriter $writer, string $content): bool {}

/** See the method: start document. */
function xmlwriter_start_document(XMLWriter $writer, ?string $version = "1.0", ?string $encoding = null, ?string $standalone = null): bool {}

/** See the method: end document. */
function xmlwriter_end_document(XMLWriter $writer): bool {}

/** See the method: write comment. */
function xmlwriter_write_comment(XMLWriter $writer, string $content): bool {}

/** See the method: start dtd. */
function xmlwriter_start_dtd(XMLWriter $writer, string $qualifiedName, ?string $publicId = null, ?string $systemId = null): bool {}

/** See the method: end dtd. */
function xmlwriter_end_dtd(XMLWriter $writer): bool {}

/** See the method: write dtd. */
function xmlwriter_write_dtd(XMLWriter $writer, string $name, ?string $publicId = null, ?string $systemId = null, ?string $content = null): bool {}

/** See the method: start dtd element. */
function xmlwriter_start_dtd_element(XMLWriter $writer, string $qualifiedName): bool {}

/** See the method: end dtd element. */
function xmlwriter_end_dtd_element(XMLWriter $writer): bool {}

/** See the method: write dtd element. */
function xmlwriter_write_dtd_element(XMLWriter $writer, string $name, string $content): bool {}

/** See the method: start dtd attlist. */
function xmlwriter_start_dtd_attlist(XMLWriter $writer, string $name): bool {}

/** See the method: end dtd attlist. */
function xmlwriter_end_dtd_attlist(XMLWriter $writer): bool {}

/** See the method: write dtd attlist. */
function xmlwriter_write_dtd_attlist(XMLWriter $writer, string $name, string $content): bool {}

/** See the method: start dtd entity. */
function xmlwriter_start_dtd_entity(XMLWriter $writer, string $name, bool $isParam): bool {}

/** See the method: end dtd entity. */
function xmlwriter_end_dtd_entity(XMLWriter $writer): bool {}

/** See the method: write dtd entity. */
function xmlwriter_write_dtd_entity(XMLWriter $writer, string $name, string $content, bool $isParam = false, ?string $publicId = null, ?string $systemId = null, ?string $notationData = null): bool {}

/** See the method: output memory. */
function xmlwriter_output_memory(XMLWriter $writer, bool $flush = true): string {}

/** See the method: flush. */
function xmlwriter_flush(XMLWriter $writer, bool $empty = true): string|int {}
