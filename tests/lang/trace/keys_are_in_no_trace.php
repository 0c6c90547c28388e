<?php
function show(Throwable $thrown): void {
    echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
    foreach ($thrown->getTrace() as $call) {
        $args = isset($call['args']) ? array_map(get_debug_type(...), $call['args']) : ['none'];
        echo '    ', $call['function'], '(', implode(', ', $args), ")\n";
    }
}
function attempt(callable $do, mixed ...$args): void {
    try {
        $do(...$args);
    } catch (Throwable $thrown) {
        show($thrown);
    }
}
attempt('sodium_bin2hex', []);
attempt('sodium_bin2hex', 'a', 'b');
attempt('sodium_crypto_auth', 'message', 'key');
attempt('sodium_crypto_auth_keygen', 'key');

class Below extends SodiumException {}
function mine(string $key) { throw new SodiumException('mine', 7); }
function below(string $key) { throw new Below('below'); }
function other(string $key) { throw new Exception('other'); }
attempt('mine', 'secret');
attempt('below', 'secret');
attempt('other', 'shown');

class Text {
    function __toString(): string { throw new Exception('no text'); }
}
attempt('sodium_bin2hex', new Text);
function handler(int $level, string $text) { throw new ErrorException($text); }
set_error_handler('handler');
attempt('sodium_bin2hex', null);
attempt('sodium_crypto_pwhash', 32, '', '0123456789abcdef', 1, 8192);
attempt('hash_hmac', 'md5', null, 'key');

$parameters = (new ReflectionFunction('password_verify'))->getParameters();
foreach ($parameters as $parameter) {
    echo $parameter->getName();
    foreach ($parameter->getAttributes() as $attribute) echo ' ', $attribute->getName();
    echo "\n";
}
