<?php
// Methods of the DOM that PHP's own tests leave out.

$document = Dom\XMLDocument::createFromString(
    '<!DOCTYPE r [<!ENTITY one "1"><!ENTITY two "2"><!NOTATION n SYSTEM "s">]><r a="1" x:b="2" xmlns:x="urn:x"><c>text</c><!--k--><d/></r>'
);
$root = $document->documentElement;
$text = fn () => $document->saveXml($root);

$c = $root->firstElementChild;
$word = $c->firstChild;
$word->before('before ', 'all ');
$word->after(' after', $document->createElement('e'));
echo $text(), "\n";
$word->replaceWith('other', $document->createElement('f'));
echo $text(), "\n";
$comment = $root->childNodes->item(1);
$comment->remove();
var_dump($comment->parentNode);
$c->before('x', $comment);
$c->prepend('first ', $document->createElement('g'));
echo $text(), "\n";
$c->replaceChildren('only');
$root->lastElementChild->replaceWith($document->createElementNS('urn:x', 'x:h'));
echo $text(), "\n";

var_dump($root->getAttributeNames(), $root->hasAttributes(), $c->hasAttributes());
$attributes = $root->attributes;
var_dump($attributes->count(), $attributes->item(0)->name, $attributes->item(9), $attributes->getNamedItemNS('urn:x', 'b')->value, $attributes->getNamedItemNS('urn:y', 'b'));
var_dump($root->getElementsByTagName('c')->count(), $root->getElementsByTagNameNS('urn:x', '*')->item(0)->nodeName);
foreach ($root->getElementsByTagName('*')->getIterator() as $at => $element) {
    echo $at, ' ', $element->nodeName, "\n";
}
$root->setIdAttributeNS('urn:x', 'b', true);
var_dump($attributes->getNamedItemNS('urn:x', 'b')->isId(), $document->getElementById('2') === $root);
$root->setIdAttributeNode($root->getAttributeNode('a'), true);
var_dump($root->getAttributeNode('a')->isId());

$entities = $document->doctype->entities;
var_dump($entities->count(), count($entities), $entities->getNamedItem('one')->nodeName, $entities->getNamedItem('none')?->nodeName);
var_dump($entities->getNamedItemNS('urn:x', 'one')?->nodeName, $entities->item(5), $entities->item(0)::class);
$names = [];
foreach ($entities->getIterator() as $name => $entity) {
    $names[] = "$name {$entity->nodeName}";
}
sort($names);
var_dump($names);

var_dump($root->contains($c), $c->contains($root), $root->contains(null), $c->hasChildNodes(), $c->isSameNode($c), $c->isSameNode($root));
var_dump($c->getNodePath(), $root->compareDocumentPosition($c), $c->compareDocumentPosition($root), $c->compareDocumentPosition($c));
$file = tempnam(sys_get_temp_dir(), 'dom');
var_dump($c->C14NFile($file), file_get_contents($file));
$html = Dom\HTMLDocument::createFromString('<!DOCTYPE html><p>one<p>two', LIBXML_NOERROR);
var_dump($html->saveXmlFile($file) > 0, file_get_contents($file));
unlink($file);
foreach (['__sleep', '__wakeup'] as $method) {
    try {
        var_dump($c->$method());
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
$valid = Dom\XMLDocument::createFromString('<!DOCTYPE r [<!ELEMENT r (#PCDATA)>]><r>text</r>');
var_dump($valid->validate());

$fragment = $document->createDocumentFragment();
$fragment->append($document->createElement('i'));
$fragment->prepend('start', $document->createElement('j'));
echo $document->saveXml($fragment), "\n";
$fragment->replaceChildren($document->createElement('k'), 'end');
echo $document->saveXml($fragment), "\n";

$doctype = $valid->doctype;
$doctype->before($valid->createComment('before'));
$doctype->after($valid->createComment('after'));
echo $valid->saveXml(), "\n";
$changes = [fn () => $doctype->replaceWith($valid->createComment('in place')), fn () => $doctype->remove(), fn () => $valid->createElement('a')->remove()];
foreach ($changes as $change) {
    try {
        $change();
        echo "done\n";
    } catch (DOMException $e) {
        echo $e->getMessage(), "\n";
    }
}
foreach ([$document->createElement('l'), 'text', $document->documentElement] as $child) {
    try {
        $document->replaceChildren($child);
    } catch (DOMException $e) {
        echo $e->getMessage(), "\n";
    }
}
$document->replaceChildren();
$document->append($document->createElement('l'));
echo $document->saveXml(), "\n";

$grammar = '<element name="l" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>';
$schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="l" type="xs:string"/></xs:schema>';
var_dump($document->relaxNgValidateSource($grammar), $document->schemaValidateSource($schema));
file_put_contents($file, $grammar);
var_dump($document->relaxNgValidate($file));
file_put_contents($file, $schema);
var_dump($document->schemaValidate($file));
unlink($file);

$path = new Dom\XPath($document);
$path->registerNamespace('php', 'http://php.net/xpath');
$path->registerPhpFunctions('strtoupper');
var_dump($path->evaluate('php:function("strtoupper", "word")'), Dom\XPath::quote("it's"), Dom\XPath::quote("it's \"it\""));
var_dump(Dom\AdjacentPosition::cases(), Dom\AdjacentPosition::from('beforebegin'), Dom\AdjacentPosition::tryFrom('nowhere'));
try {
    Dom\AdjacentPosition::from('nowhere');
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
