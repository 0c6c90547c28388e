<?php
class A { const X = 1; }
A::<?= 1;
