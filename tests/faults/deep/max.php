<?php
function f(){ return max(array_map(fn($x)=>f(),[1]));
} f();
