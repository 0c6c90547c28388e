<?php
// What names no class, or none of the right kind.
foreach (['x', 'stdClass', 'DOMElement'] as $class) {
    foreach (['DOMNode', 'y', 'stdClass', 'DOMElement'] as $base) {
        foreach ([new DOMDocument, Dom\HTMLDocument::createEmpty()] as $document) {
            try {
                var_dump($document->registerNodeClass($base, $class));
            } catch (Error $e) {
                echo $e->getMessage(), "\n";
            }
        }
    }
    try {
        simplexml_load_string('<a/>', $class);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        simplexml_import_dom(new DOMDocument, $class);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
