<?php
// Elements of lists in properties: read, tested and written by numbers in locals and on the stack.

class Old { public function __construct(public $name) {} public function __destruct() { echo "[gone $this->name]"; } }

class Holder
{
    public array $list = [1, 2, 3];
    public $loose = [1, 'two', 3.5];
    public readonly array $fixed;
    public $text = 'text';
    public $nothing;
    public function __construct() { $this->fixed = [7, 8]; }
    public function read($i) { return [$this->list[$i], $this->loose[$i - 1], $this->fixed[$i - 1] ?? 'none', $this->text[$i]]; }
    public function write($i, $v) { $this->list[$i] = $v; $this->loose[$i] = $v; return $this; }
    public function fixed($i) { $this->fixed[$i] = 'x'; }
    public function text($i) { $this->text[$i] = 'X'; return $this->text; }
    public function nothing($i) { $this->nothing[$i] = 'made'; return $this->nothing; }
    public function has($i) { return [isset($this->list[$i]), isset($this->loose[$i]), isset($this->text[$i]), isset($this->nothing[$i]), isset($this->absent[$i])]; }
    public function keyed($k, $v) { $this->list[$k] = $v; $this->loose[$k] = $v; return [$this->list[$k], $this->loose[$k], isset($this->list[$k])]; }
}

for ($turn = 0; $turn < 3; $turn++) {
    $holder = new Holder;
    echo json_encode($holder->read(1)), json_encode($holder->has(2)), json_encode($holder->has(3)), "\n";
    $shared = $holder->list;
    $bound = 'bound';
    $holder->loose[2] = &$bound;
    $holder->write(2, 'new')->write(0, new Old("a$turn"))->write(1, [1])->write(3, 'end');
    echo json_encode([$shared, $bound, count($holder->list), $holder->list[3]]), "\n";
    $holder->write(0, 'over');
    $holder->write(1, new Old("b$turn"))->write(1, new Old("c$turn"))->write(1, null);
    echo json_encode([$holder, $bound]), "\n";
    foreach ($holder->list as $at => $value) {
        $holder->write($at, "w$at");
        echo json_encode($value), ' ';
    }
    echo json_encode($holder->list), "\n";
    foreach ($holder->list as $at => &$value) {
        $holder->write(2, "r$at");
        echo json_encode($value), ' ';
    }
    unset($value);
    echo json_encode($holder->list), "\n";
    echo json_encode([$holder->keyed('k', 1), $holder->keyed('7', 2), $holder->keyed(true, 3), $holder->keyed(1.0, 4), $holder->keyed('', 5), $holder->list]), "\n";
    try {
        $holder->fixed(0);
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
    echo $holder->text(1), json_encode($holder->nothing(2)), json_encode($holder->nothing(0)), "\n";
    foreach ([[9], ['x'], [null], [[]]] as [$i]) {
        try {
            echo json_encode([@$holder->read($i)]), "\n";
        } catch (Error $e) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
}
