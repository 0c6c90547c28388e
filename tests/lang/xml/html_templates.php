<?php
// What a template holds is no part of the tree, and is neither copied nor moved with it.
$first = Dom\HTMLDocument::createFromString('<!DOCTYPE html><template><i>1</i><template>2</template></template>');
$template = $first->querySelector('template');
var_dump($template->firstChild, $template->innerHTML);
$copy = $template->cloneNode(true);
$template->innerHTML = '<b>3</b>';
echo $first->saveHtml($copy), "\n", $first->saveHtml($template), "\n";
$second = Dom\HTMLDocument::createEmpty('Shift_JIS');
try {
    $second->append($copy);
} catch (DOMException $error) {
    echo $error->getMessage(), "\n";
}
$second->append($second->adoptNode($template));
unset($first, $template, $copy);
echo $second->saveHtml(), ' ', $second->charset, "\n";
libxml_use_internal_errors(true);
Dom\HTMLDocument::createFromString("<!DOCTYPE html>\n<p>&#0;</x></p>\n<!doctype html>");
foreach (libxml_get_errors() as $error) {
    echo $error->message, "\n";
}
