<?php
function evaluated() {
    for ($i = 0; $i < 2; $i++) {
        eval('static $kept = [1, 2]; $kept[] = 3;');
        echo count($kept), "\n";
    }
    eval('static $made = new ArrayObject([1]);');
    var_dump($made->count());
}
evaluated();
evaluated();
static $own = 1;
$own++;
var_dump($own, $GLOBALS['own']);
