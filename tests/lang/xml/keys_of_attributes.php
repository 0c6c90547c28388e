<?php
// The older classes give attributes by their names without prefixes.
$x = '<foo xmlns:h="http://h" h:bar="1" baz="2" xml:lang="en"/>';
foreach ([DOMDocument::class, Dom\XMLDocument::class] as $c) {
  if ($c == 'DOMDocument') { $d = new DOMDocument; $d->loadXML($x); } else $d = Dom\XMLDocument::createFromString($x);
  foreach ($d->documentElement->attributes as $k => $v) echo "$k => ", $v->nodeName, " $v->value\n";
  foreach ($d->childNodes as $k => $v) echo "$k => ", $v->nodeName, "\n";
  var_dump(iterator_to_array($d->documentElement->attributes)['bar']->name ?? null);
  $it = $d->documentElement->attributes->getIterator(); var_dump(get_class($it), $it->key());
  foreach ($d->getElementsByTagName('foo') as $k => $v) echo "$k => ", $v->nodeName, "\n";
}
$d = new DOMDocument; $d->loadXML('<!DOCTYPE a [<!ENTITY e "x"><!NOTATION n SYSTEM "q">]><a/>');
foreach ($d->doctype->entities as $k => $v) echo "$k => ", $v->nodeName, "\n";
foreach ($d->doctype->notations as $k => $v) echo "$k => ", $v->nodeName, "\n";
$d = Dom\HTMLDocument::createFromString('<!DOCTYPE html><p id=a class=b><svg xlink:href="x" xml:lang="e"></svg>');
foreach ($d->getElementsByTagName('svg')[0]->attributes as $k => $v) echo "$k => ", $v->nodeName, "\n";
foreach ($d->getElementsByTagName('p')[0]->attributes as $k => $v) echo "$k => ", $v->nodeName, "\n";
$d = new DOMDocument; $d->loadXML('<a/>');
$d->documentElement->setAttributeNode($d->createAttribute('p:q'));
foreach ($d->documentElement->attributes as $k => $v) echo "$k => ", $v->nodeName, "\n";
