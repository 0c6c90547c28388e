<?php
// What a generator gave last lives as long as the generator, also when an exception ended it.
class Mortal
{
    public function __construct(private string $name) {}
    public function __destruct() { echo "<$this->name>"; }
}

function throwing()
{
    yield new Mortal('key') => new Mortal('value');
    throw new Exception('thrown');
}

$g = throwing();
try {
    foreach ($g as $value) {
        unset($value);
        echo 'body ';
    }
} catch (Exception $e) {
    echo $e->getMessage(), ' ';
}
$e = null;
echo 'before ';
$g = null;
echo "after\n";
