<?php
class K { const CLASS_ = 1, FOR = 2; function for() {} static function new() {} public $list; }
$a->class; $a->for(); K::new(); K::FOR; f(array: 1, class: 2);
enum(1); enum\x(); $enum = new enum;
