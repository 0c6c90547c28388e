<?php
class A{ public $p { get => (new A)->p;
} } (new A)->p;
