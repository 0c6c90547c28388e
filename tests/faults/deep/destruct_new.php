<?php
class A{function __destruct(){ new A;
}} new A;
