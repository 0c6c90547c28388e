<?php
namespace Dom;

function import_simplexml(object $node): Attr|Element {
    $found = \dom_import_modern_($node);
    if (\is_object($found)) return $found;
    throw new \TypeError("Dom\\import_simplexml(): Argument #1 (\$node) " . ($found === true ? "must not be already imported as a DOMNode" : "is not a valid node type"));
}
