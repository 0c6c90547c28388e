<?php <<<A
 {$b->c(function() { return "}" . "{$d}"; })}
 A . "e";
