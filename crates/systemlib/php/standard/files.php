<?php
// Functions that read whole files.

// The bytes of a file; the warning is that of the function.
function file_bytes_(string $function, string $path, bool $anywhere = false): string|false {
    if (str_contains($path, "\0")) throw new ValueError("$function(): Argument #1 (\$filename) must not contain any null bytes");
    error_clear_last();
    $bytes = @file_get_contents($path, $anywhere);
    if ($bytes === false) {
        $text = preg_replace('/^file_get_contents\(/', "$function(", error_get_last()["message"] ?? "$function($path): Failed to open stream: No such file or directory");
        report_(E_WARNING, $text);
    }
    return $bytes;
}

function md5_file(string $filename, bool $binary = false): string|false {
    $bytes = file_bytes_("md5_file", $filename);
    return $bytes === false ? false : md5($bytes, $binary);
}

function sha1_file(string $filename, bool $binary = false): string|false {
    $bytes = file_bytes_("sha1_file", $filename);
    return $bytes === false ? false : sha1($bytes, $binary);
}

function hash_file(string $algo, string $filename, bool $binary = false, array $options = []): string|false {
    if (!in_array(strtolower($algo), hash_algos(), true)) throw new ValueError('hash_file(): Argument #1 ($algo) must be a valid hashing algorithm');
    if (str_contains($filename, "\0")) throw new ValueError('hash_file(): Argument #2 ($filename) must not contain any null bytes');
    $bytes = file_bytes_("hash_file", $filename);
    return $bytes === false ? false : hash($algo, $bytes, $binary, $options);
}

function hash_hmac_file(string $algo, string $filename, #[SensitiveParameter] string $key, bool $binary = false): string|false {
    if (!in_array(strtolower($algo), hash_hmac_algos(), true)) throw new ValueError('hash_hmac_file(): Argument #1 ($algo) must be a valid cryptographic hashing algorithm');
    if (str_contains($filename, "\0")) throw new ValueError('hash_hmac_file(): Argument #2 ($filename) must not contain any null bytes');
    $bytes = file_bytes_("hash_hmac_file", $filename);
    return $bytes === false ? false : hash_hmac($algo, $bytes, $key, $binary);
}

function hash_update_file(HashContext $context, string $filename, $stream_context = null): bool {
    $bytes = file_bytes_("hash_update_file", $filename);
    return $bytes !== false && hash_update($context, $bytes);
}

function hash_update_stream(HashContext $context, $stream, int $length = -1): int {
    $bytes = (string) stream_get_contents($stream, $length < 0 ? null : $length);
    hash_update($context, $bytes);
    return strlen($bytes);
}
