<?php
final class DOMException extends Exception {
    public $code = 0;
}
