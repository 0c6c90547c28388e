<?php
class A {
    function reg() { spl_autoload_register([$this, 'load']); }
    static function regs() { spl_autoload_register('self::loads'); spl_autoload_register([static::class, 'loads2']); }
    protected function load($c) { echo "load $c\n"; }
    private static function loads($c) { echo "loads $c\n"; }
    private static function loads2($c) { echo "loads2 $c\n"; }
}
(new A)->reg(); A::regs();
var_dump(class_exists('Zed'));
var_dump(count(spl_autoload_functions()));
class M { function __call($n, $a) { echo "call $n ", json_encode($a), "\n"; } private function hidden($c) { echo "hidden\n"; } function test() { return class_exists('InM'); } static function __callStatic($n, $a) { echo "static $n ", json_encode($a), "\n"; } }
spl_autoload_register([new M, 'hidden']);
spl_autoload_register(['M', 'hiddenStatic']);
spl_autoload_register('M::other');
var_dump((new M)->test());
var_dump(spl_autoload_functions()[3]);
var_dump(count(spl_autoload_functions()));
