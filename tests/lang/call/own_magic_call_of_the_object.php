<?php
class Base {
    public function __call($name, $args) { echo __METHOD__, " $name\n"; }
    public static function __callStatic($name, $args) { echo __METHOD__, " $name\n"; }
}
class Child extends Base {
    public function __call($name, $args) { echo __METHOD__, " $name\n"; }
    public function test() {
        Base::one();
        Child::two();
        self::three();
        parent::four();
        static::five();
        call_user_func('Base::six');
        call_user_func([$this, 'parent::seven']);
    }
}
(new Child)->test();
Base::eight();
