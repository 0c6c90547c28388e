<?php
function f(...$a){ return f(...$a);
} f(1);
