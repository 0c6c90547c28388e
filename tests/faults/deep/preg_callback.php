<?php
function f($m){ return preg_replace_callback("/a/","f","a");
} f(1);
