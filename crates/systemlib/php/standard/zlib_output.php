<?php
// What compressed output has to know of the request.

function zlib_server_(): mixed { return $_SERVER; }
