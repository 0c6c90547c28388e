<?php
class Counter {
    public string $bytes = "\xff\x00";
    public ?string $nullable = 'secret';
    public static string $shared = "\x01";
    public readonly string $fixed;
    public string $hooked = 'a' { set => strtoupper($value); }
    function __construct() { $this->fixed = 'a'; }
    function more(): void {
        sodium_increment($this->fixed);
    }
}
$counter = new Counter;
sodium_increment($counter->bytes);
sodium_increment(Counter::$shared);
echo bin2hex($counter->bytes), ' ', bin2hex(Counter::$shared), "\n";
try { $counter->more(); } catch (Error $e) { echo $e->getMessage(), "\n"; }
try { sodium_increment($counter->hooked); } catch (Error $e) { echo $e->getMessage(), "\n"; }
sodium_memzero($counter->nullable);
var_dump($counter->nullable);

$texts = ['k' => 'abc', 'l' => 'abd'];
$copy = $texts;
sodium_add($texts['k'], "\x01\x00\x00");
var_dump($texts, $copy);
try { sodium_increment($texts['none']); } catch (SodiumException $e) { echo $e->getMessage(), "\n"; }
var_dump($texts['none']);

$one = str_repeat('a', 3);
$two = $one;
$three = &$two;
sodium_memzero($two);
var_dump($one, $two, $three);
sodium_memzero($one);
var_dump($one);
try { sodium_memzero($unknown); } catch (SodiumException $e) { echo $e->getMessage(), "\n"; }

foreach (['abc', 'xyz'] as $text) {
    sodium_increment($text);
    echo $text, "\n";
}
const LETTERS = 'abc';
$letters = LETTERS;
sodium_increment($letters);
echo $letters, LETTERS, "\n";
function change(string &$by) { sodium_increment($by); }
change($letters);
echo $letters, "\n";

$key = sodium_crypto_secretstream_xchacha20poly1305_keygen();
[$out, $header] = sodium_crypto_secretstream_xchacha20poly1305_init_push($key);
$in = sodium_crypto_secretstream_xchacha20poly1305_init_pull($header, $key);
$before = $out;
$sent = [
    sodium_crypto_secretstream_xchacha20poly1305_push($out, 'one'),
    sodium_crypto_secretstream_xchacha20poly1305_push($out, 'two', 'and', SODIUM_CRYPTO_SECRETSTREAM_XCHACHA20POLY1305_TAG_FINAL),
];
var_dump(strlen($before), $before === $out);
var_dump(sodium_crypto_secretstream_xchacha20poly1305_pull($in, $sent[1], 'and'));
var_dump(sodium_crypto_secretstream_xchacha20poly1305_pull($in, $sent[0]));
var_dump(sodium_crypto_secretstream_xchacha20poly1305_pull($in, $sent[1], 'and'));
$state = sodium_crypto_generichash_init();
$states = [$state, $state];
sodium_crypto_generichash_update($states[0], 'abc');
var_dump(sodium_crypto_generichash_final($states[0]) === sodium_crypto_generichash('abc'), $states[0], $states[1] === $state);
var_dump(sodium_hex2bin(string: '61:62', ignore: ':'));
var_dump(sodium_crypto_generichash('abc', length: 16) === sodium_crypto_generichash('abc', '', 16));
