<?php
class Wrapper {
    public $context;
    private $name;
    function stream_open($path) { $this->name = $path; return true; }
    function stream_close() {
        echo "closes {$this->name}\n";
        trigger_error("at the end of {$this->name}", E_USER_ERROR);
    }
}
stream_wrapper_register("test", Wrapper::class);
class Holder { static $streams; }
Holder::$streams = [fopen("test://one", "r"), fopen("test://two", "r"), fopen("test://three", "r")];
echo "end\n";
