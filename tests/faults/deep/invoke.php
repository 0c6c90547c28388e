<?php
class A{function __invoke(){ return (new A)();
}} (new A)();
