<?php
function f(A &&$b) {}
