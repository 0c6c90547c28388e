<?php
class A implements Countable{function count():int{ return count(new A);
}} count(new A);
