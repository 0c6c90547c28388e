<?php
class Delayed extends Exception {
    public function __construct() {
        $this->message = new class {
            public function __toString(): string {
                return "computed when asked";
            }
        };
    }
}
class Refused extends Exception {
    public function __construct() {
        $this->message = [];
        $this->line = "12";
    }
}
echo explode("\n", new Delayed)[0] === "Delayed: computed when asked in " . __FILE__ . ":3" ? "as asked" : "", "\n";
$e = new Exception("kept");
$string = new ReflectionProperty('Exception', 'string');
var_dump($string->getValue($e));
$text = (string) $e;
var_dump($string->getValue($e) === $text);

$trace = new ReflectionProperty('Exception', 'trace');
set_error_handler(function ($level, $text) {
    echo $text, "\n";
    return true;
});
foreach ([
    [null],
    [[]],
    [["file" => 1, "class" => 2, "type" => 3, "function" => 4, "args" => 5]],
    [["file" => "f", "line" => "l", "class" => "c", "type" => "::", "function" => "g", "args" => [1, "n" => 2]]],
] as $made) {
    $trace->setValue($e, $made);
    echo $e->getTraceAsString(), "\n";
}
restore_error_handler();
