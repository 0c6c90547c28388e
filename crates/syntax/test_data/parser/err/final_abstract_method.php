<?php
class A { final abstract function f(); }
