<?php
// What classes have to do with JSON.

interface JsonSerializable {
    public function jsonSerialize(): mixed;
}

class JsonException extends Exception {}
