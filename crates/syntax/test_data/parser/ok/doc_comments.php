<?php
/** file */
namespace A;
/** class */
class B {
    /** const */
    const C = 1, /** second */ D = 2;
    /** property */
    public $a = 1, /** next */ $b;
    /** method */
    public function f(/** parameter */ $x) {}
}
/** function */
function g() { /** inside */ }
