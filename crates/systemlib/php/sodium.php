<?php
// What the functions of libsodium throw. No trace of it shows arguments.

class SodiumException extends Exception {}
