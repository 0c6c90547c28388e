<?php
class A implements JsonSerializable{function jsonSerialize():mixed{ return new A;
}} var_dump(json_encode(new A));
class B implements JsonSerializable{function jsonSerialize():mixed{ return json_encode(new B);
}} json_encode(new B);
