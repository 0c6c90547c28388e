<?php
class A {
    const B = parent::class;
}
