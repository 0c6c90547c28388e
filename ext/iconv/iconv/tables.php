<?php
// Writes `single.bin` with what the reference's iconv answers: for each encoding with one byte a
// character of `single.rs` the upper half, 128 code points of 16 bits, little-endian, 0 for
// none, in the order of `single.rs`. `php -d extension=iconv tables.php`.
preg_match_all('/^    "([^"]+)",/m', file_get_contents(__DIR__ . '/single.rs'), $names);
$table = '';
foreach ($names[1] as $name) {
    for ($byte = 128; $byte < 256; $byte++) {
        $code = @iconv($name, 'UTF-16LE', chr($byte));
        $table .= is_string($code) && strlen($code) === 2 ? $code : "\0\0";
    }
}
file_put_contents(__DIR__ . '/single.bin', $table);
