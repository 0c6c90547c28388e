<?php
function f($a) {
    return [isset($a), isset($a['k'], $a->p, $$a), isset($this), isset($this->x), empty($a[0][$i]),
        empty(f()), A::$s ?? $a['x'][$i] ?? null, isset(A::$s, $GLOBALS['g']), isset($_GET['x'])];
}
