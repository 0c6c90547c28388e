<?php
echo 'a'; echo 'b';
function f() { echo 'c'; echo 'd'; }
declare(ticks=1);
if (1) { echo 'e'; }
function g() { echo 'f'; echo 'g'; }
