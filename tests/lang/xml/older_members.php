<?php
// Methods of the DOM of old that PHP's own tests leave out.

$document = new DOMDocument;
$document->loadXML('<r xmlns:x="urn:x" x:a="1"><b>one<!-- -->two</b></r>');
$document->normalizeDocument();
echo $document->saveXML();
$root = $document->documentElement;
var_dump($root->attributes->getNamedItemNS('urn:x', 'a')->value, $root->attributes->getNamedItemNS('urn:y', 'a'));
var_dump($root->isSupported('Core', '1.0'), $root->isSupported('XML', '9'), $root->isSupported('none', '1.0'));
$namespace = (new DOMXPath($document))->query('namespace::x')->item(0);
var_dump($namespace::class);
foreach ([$root, $namespace] as $node) {
    foreach (['__sleep', '__wakeup'] as $method) {
        try {
            var_dump($node->$method());
        } catch (Throwable $e) {
            echo $e::class, ': ', $e->getMessage(), "\n";
        }
    }
}
