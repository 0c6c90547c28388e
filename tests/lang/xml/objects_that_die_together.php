<?php
// The root is freed when its object goes, while that of a node inside it is dead, too.
function both(string $method): void {
    $document = new DOMDocument;
    $document->loadXML('<a><b/><c><d e="f">g</d></c></a>');
    $root = $document->documentElement;
    $inner = $root->lastChild->firstChild;
    $attribute = $inner->attributes[0];
    try {
        $inner->$method($root->firstChild, $root);
    } catch (DOMException $error) {
        echo $method, ': ', $error->getMessage(), "\n";
    }
    echo $document->saveXML();
}
foreach (['append', 'prepend', 'before', 'after'] as $method) {
    both($method);
}
function removed(): DOMNode {
    $document = new DOMDocument;
    $document->loadXML('<a><b><c/></b></a>');
    $root = $document->documentElement;
    $inner = $root->firstChild->firstChild;
    $root->remove();
    return $inner;
}
$kept = removed();
echo get_class($kept), ' ', $kept->nodeName, ' ', $kept->ownerDocument->nodeName, "\n";
