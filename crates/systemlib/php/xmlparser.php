<?php
#[NoDynamicProperties]
final class XMLParser {
    public function __construct() { throw new Error("Cannot directly construct XMLParser, use xml_parser_create() or xml_parser_create_ns() instead"); }
    public function __clone() { throw new Error("Trying to clone an uncloneable object of class XMLParser"); }
}
