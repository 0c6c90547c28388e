<?php
function f(){ (new ReflectionFunction("f"))->invoke();
} f();
