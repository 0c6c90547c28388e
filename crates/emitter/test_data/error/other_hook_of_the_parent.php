<?php
class A {
    public $b {
        get => parent::${0}::get();
    }
}
