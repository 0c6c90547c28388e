<?php
class One {}
class_alias("One", "Space\\Other");
trait Shared {}
class_alias("Shared", "Same");
class Two {}
var_dump(array_slice(get_declared_classes(), -3));
var_dump(array_slice(get_declared_traits(), -2));
function without() {
    $asks = [
        'isset' => fn () => isset($this), 'empty' => fn () => empty($this),
        'property' => fn () => isset($this->name), 'element' => fn () => isset($this[0]),
        'path' => fn () => isset($this->name->more), 'empty path' => fn () => empty($this->name),
        'otherwise' => fn () => $this->name ?? 1, 'itself' => fn () => $this ?? 1,
        'nullsafe' => fn () => $this?->name ?? 1,
    ];
    foreach ($asks as $name => $ask) {
        try { echo $name, " ", var_export($ask(), true), "\n"; } catch (Error $e) { echo $name, ": ", $e->getMessage(), "\n"; }
    }
}
without();
class Late {
    public function __construct(private int $count) {}
    public function __destruct() {
        echo "late {$this->count}\n";
        if ($this->count > 0) $this->next = new Late($this->count - 1);
    }
    public $next;
}
$late = new Late(2);
