<?php
class A {
    public function = 1;
    public $b;
}
echo 1;
