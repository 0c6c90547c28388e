<?php
class A { var public $a; }
