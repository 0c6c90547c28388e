<?php
// What is looked at behind a warning: variables that isset() asks, properties that get no value.
class Plain { public $q = 1; public ?int $i = 1; }
class Got { public $q = 1; public function __get($name) { return null; } }

set_error_handler(function ($number, $message) {
    echo "<$message> ";
    $GLOBALS['a'] = $GLOBALS['next'];
    return true;
});
foreach ([0, null, 'text', [1, '' => 2], new ArrayObject(['' => 1])] as $next) {
    $a = new ArrayObject;
    var_dump(isset($a[$undefined]));
    $a = new ArrayObject;
    var_dump(empty($a[$undefined]));
}

foreach ([new Plain, new Got] as $o) {
    unset($o->q);
    foreach (['+', '-', '|'] as $operator) {
        try {
            eval("\$o->q $operator= [];");
        } catch (Error $e) {
            echo $e->getMessage(), ' ';
        }
    }
    echo json_encode($o), "\n";
}
