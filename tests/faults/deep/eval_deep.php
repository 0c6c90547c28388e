<?php
// Code that is evaluated inside evaluated code, until there is no memory for a frame.
function go($n) { $local = $n; return eval('return go($local + 1);'); }
go(0);
