<?php
class A {
    public function f() {
        if ($a) {
            echo g(1, [2
