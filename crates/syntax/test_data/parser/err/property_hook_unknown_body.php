<?php
class A { public $a { get => } }
