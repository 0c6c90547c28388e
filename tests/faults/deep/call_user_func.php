<?php
function f(){ call_user_func("f");
} f();
