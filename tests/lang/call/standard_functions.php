<?php
// Functions of the standard extension that PHP's own tests leave out.

$file = tempnam(sys_get_temp_dir(), 'std');
var_dump(error_log("line\n", 3, $file), file_get_contents($file));
file_put_contents($file, '<?php echo 1;');
var_dump(sha1_file($file), sha1_file($file, true) === sha1('<?php echo 1;', true), show_source($file, true));
var_dump(is_uploaded_file($file), move_uploaded_file($file, "$file.moved"), file_exists($file));
unlink($file);
http_clear_last_response_headers();
var_dump(http_get_last_response_headers());
var_dump(ini_alter('precision', '5'), ini_get('precision'));
ini_restore('precision');
var_dump(localeconv(), nl_langinfo(CODESET), nl_langinfo(DAY_1), strcoll('a', 'b'), strcoll('b', 'a'), strcoll('a', 'a'));
var_dump(memory_reset_peak_usage(), is_array(realpath_cache_get()), is_int(realpath_cache_size()));
var_dump(@pfsockopen('127.0.0.1', 1, $number, $text, 1), $number, $text);
var_dump(str_increment('Az'), str_increment('zZ9'), str_decrement('Ba'), str_decrement('B0'));
foreach ([fn () => str_increment(''), fn () => str_decrement('a'), fn () => str_increment('-'), fn () => str_decrement('')] as $try) {
    try {
        var_dump($try());
    } catch (ValueError $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(strtok('one two three', ' '), strtok(' '), strtok('e'), strtok(' '), strtok(' '));
var_dump(bin2hex(@utf8_encode("a\xe9")), @utf8_decode("a\u{e9}") === "a\xe9", hebrev("\xf9\xec\xe5\xed 12", 5) === hebrev("\xf9\xec\xe5\xed 12", 5));
$stream = fopen('php://memory', 'w+');
var_dump(vfprintf($stream, '%05d-%s', [42, 'word']), rewind($stream), fread($stream, 99));
var_dump(array_keys(socket_get_status($stream)));

$pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
var_dump(stream_socket_sendto($pair[0], 'sent'), fread($pair[1], 9));
try {
    var_dump(@stream_socket_enable_crypto($pair[0], false));
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}

$plain = new php_user_filter;
var_dump($plain->onCreate(), $plain->onClose(), $plain->filtername, $plain->params);
$nothing = null;
var_dump($plain->filter($stream, $stream, $nothing, false) === PSFS_ERR_FATAL);
