<?php
class Base {
    private $prop = "declared";
    protected $kept = "kept";
    public function look() {
        foreach ($this as $name => $value) {
            echo "$name => $value\n";
        }
        echo json_encode(get_object_vars($this)), "\n";
        foreach ($this as $name => &$value) {
            $value .= "!";
        }
        unset($value);
        echo json_encode(get_object_vars($this)), "\n";
    }
    public function default($class = self::class, $other = [self::class => 1]) {
        return $class . key($other);
    }
}
#[AllowDynamicProperties]
class Heir extends Base {
    public function look() {
        parent::look();
        foreach ($this as $name => $value) {
            echo "$name => $value\n";
        }
    }
}
$heir = new Heir;
$heir->other = "other";
$heir->prop = "own";
$heir->last = "last";
$heir->look();
foreach ($heir as $name => $value) {
    echo "$name => $value\n";
}
echo json_encode($heir), "\n";
var_dump($heir->default());
echo new ReflectionParameter(['Base', 'default'], 0), "\n";
