<?php
// The value that a property is assigned is asked for before the name; `empty` takes what `__get` gives.
#[AllowDynamicProperties]
class Magic
{
    public int $typed = 1;

    public function set()
    {
        $this->$p = $v;
    }

    public function __isset($name)
    {
        return true;
    }

    public function __get($name)
    {
        return 'text';
    }
}

$object = new Magic();
set_error_handler(fn($number, $message) => print "<$message>\n");
try {
    $object->set();
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
unset($object->typed);
var_dump(empty($object->typed), isset($object->typed));
try {
    var_dump($object->typed ?? 'none');
} catch (TypeError $e) {
    echo $e->getMessage(), "\n";
}
