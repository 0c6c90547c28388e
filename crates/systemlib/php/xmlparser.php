<?php
#[NoDynamicProperties]
final class XMLParser {
    public function __construct() { throw new Error("Cannot directly construct XMLParser, use xml_parser_create() or xml_parser_create_ns() instead"); }
    #[Internal] private function uncloneable_(): void {}
}
