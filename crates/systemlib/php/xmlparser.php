<?php
#[NoDynamicProperties]
final class XMLParser {
    #[Internal] public function construct_(mixed ...$args) { throw new Error("Cannot directly construct XMLParser, use xml_parser_create() or xml_parser_create_ns() instead"); }
    #[Internal] private function uncloneable_(): void {}
}
