<?php
// Where entities and notations are, and the properties of notations, which belong to no tree.
$xml = '<!DOCTYPE a [<!NOTATION n SYSTEM "q"><!ENTITY e SYSTEM "s" NDATA n><!ENTITY p PUBLIC "i" "t" NDATA n><!ENTITY f PUBLIC "p" "u"><!ENTITY g "text">]><a/>';
foreach ([DOMDocument::class, Dom\XMLDocument::class] as $class) {
    if ($class === DOMDocument::class) {
        $document = new DOMDocument;
        $document->loadXML($xml);
    } else {
        $document = Dom\XMLDocument::createFromString($xml);
    }
    foreach (['e', 'p', 'f', 'g'] as $name) {
        $entity = $document->doctype->entities->getNamedItem($name);
        echo $entity::class, ' ', json_encode([$entity->publicId, $entity->systemId, $entity->notationName]), "\n";
        try {
            var_dump($entity->getNodePath());
        } catch (DOMException $e) {
            echo $e->getMessage(), "\n";
        }
    }
    $notation = $document->doctype->notations->item(0);
    foreach ((new ReflectionClass($notation))->getProperties() as $property) {
        $name = $property->name;
        // PHP crashes where the new class tells of these.
        if ($notation instanceof Dom\Notation && in_array($name, ['publicId', 'systemId'])) continue;
        $value = $notation->$name;
        echo $name, ': ', is_object($value) ? $value::class . ' ' . $value->length : var_export($value, true), "\n";
    }
}
