<?php
function f($x){ return array_map("f",[1]);
} f(1);
