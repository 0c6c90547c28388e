<?php
class A {
    public string $b {
        set($b) {}
    }
}
