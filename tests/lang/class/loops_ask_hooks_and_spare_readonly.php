<?php
class Point {
    public int $plain = 1;
    public readonly int $fixed;
    public function __construct() { $this->fixed = 2; }
}
class Hooked {
    public $reference { &get { static $kept = 42; return $kept; } }
    public string $late { get => $this->late ??= "made"; set => $value; }
    public $value = "v" { get => $this->value; set => $value; }
}
class Written {
    public $list = [] { set => $value; }
    public $object { set => $value; }
    public int $none { set => $value; }
    public $virtual { set { echo "set\n"; } }
}
function attempt(callable $do) {
    try { $do(); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
}
attempt(function () { foreach (new Point as $name => &$value) echo $name, " ", $value, "\n"; });
attempt(function () { foreach (new Hooked as $name => $value) echo $name, " ", $value, "\n"; });
attempt(function () { foreach (new Hooked as $name => &$value) echo $name, " ", $value, "\n"; });
$written = new Written;
$written->object = new stdClass;
attempt(function () use ($written) { $written->list[] = 1; });
attempt(function () use ($written) { $list = &$written->list; });
attempt(function () use ($written) { $written->object->name = 1; });
attempt(function () use ($written) { $written->none[] = 1; });
attempt(function () use ($written) { $written->virtual[] = 1; });
attempt(function () use ($written) { $written->list += [1]; });
var_dump($written->list, $written->object);
