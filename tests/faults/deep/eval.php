<?php
function f(){ eval("f();");
} f();
