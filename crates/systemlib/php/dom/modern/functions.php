<?php
namespace Dom;

function import_simplexml(object $node): Attr|Element { return \dom_import_simplexml($node); }
