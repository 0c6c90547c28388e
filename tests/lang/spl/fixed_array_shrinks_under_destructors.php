<?php
// What goes when a fixed array shrinks sees its new size, and may change it.
class Seen { function __construct(public $array, public $grows = 0) {}
    function __destruct() { echo 'size ', $this->array->getSize(), "\n"; try { var_dump($this->array[2]); } catch (RuntimeException $e) { echo $e->getMessage(), "\n"; } if ($this->grows) $this->array->setSize($this->grows); } }
$a = new SplFixedArray(5); $a[0] = 'first'; $a[3] = new Seen($a); $a->setSize(2); var_dump($a->toArray());
$a->setSize(4); $a[3] = new Seen($a, 6); $a->setSize(1); var_dump($a->getSize(), count($a->toArray()));
for ($i = 0; $i < 3; $i++) { $a->setSize($a->getSize() + 1); $a[$a->getSize() - 1] = $i; } echo json_encode($a->toArray()), "\n";
$a->setSize(20); $a->setSize(8); echo json_encode($a->toArray()), "\n"; $a->setSize(0); var_dump($a->toArray());
