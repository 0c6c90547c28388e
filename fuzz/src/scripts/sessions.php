<?php
// Takes variables from a text in one of the three forms; what is written of them reads as the same.
final class Nowhere implements SessionHandlerInterface {
    public function open(string $path, string $name): bool { return true; }
    public function close(): bool { return true; }
    public function read(string $id): string { return ""; }
    public function write(string $id, string $data): bool { return true; }
    public function destroy(string $id): bool { return true; }
    public function gc(int $max_lifetime): int { return 0; }
}

session_set_save_handler(new Nowhere, false);

function decoded(string $input): ?string {
    $forms = ["php", "php_binary", "php_serialize"];
    ini_set("session.serialize_handler", $forms[ord($input[0] ?? "p") % 3]);
    session_id("fuzz");
    if (!session_start()) return "no session";
    try {
        if (!@session_decode(substr($input, 1))) return null;
        $first = @session_encode();
        if ($first === false || !@session_decode($first)) return null;
        $second = @session_encode();
        $third = $second !== false && @session_decode($second) ? @session_encode() : $second;
        return $second === $third ? null : "not the same:\n$first\n$second\n$third\n";
    } catch (Throwable) {
        return null;
    } finally {
        @session_abort();
    }
}
