<?php
// The extension that is one of the engine.
$z = new ReflectionZendExtension('Zend OPcache');
var_dump($z, $z->getName(), $z->getVersion(), $z->getAuthor(), $z->getURL(), $z->getCopyright(), (string) $z);
try { new ReflectionZendExtension('ctype'); } catch (ReflectionException $e) { echo $e->getMessage(), "\n"; }
