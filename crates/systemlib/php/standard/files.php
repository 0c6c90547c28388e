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

// The words of a page as get_meta_tags() tells them apart. PHP: its last byte is not looked at.
final class MetaTokens_ {
    #[Internal] private ?string $held_ = null;
    #[Internal] public string $text_ = "";

    #[Internal] public function __construct(private $stream_) {}

    #[Internal] private function read_(): ?string {
        if (feof($this->stream_)) return null;
        $byte = fgetc($this->stream_);
        return $byte === false || $byte === "\0" ? null : $byte;
    }

    // `<`, `>`, `=`, `/`, a space, `"` for a text, `a` for a word, `?` for anything else.
    #[Internal] public function next_(): ?string {
        while (($byte = $this->held_ ?? $this->read_()) !== null) {
            if (feof($this->stream_)) return null;
            $this->held_ = null;
            if (strpbrk($byte, "\n\r\t") !== false) continue;
            if (strpbrk($byte, "<>=/ ") !== false) return $byte;
            if ($byte === "'" || $byte === '"') return $this->quoted_($byte);
            return ctype_alnum($byte) ? $this->word_($byte) : "?";
        }
        return null;
    }

    #[Internal] private function quoted_(string $end): string {
        $this->text_ = "";
        $byte = null;
        while (strlen($this->text_) < 8192 && ($byte = $this->read_()) !== null && $byte !== $end && $byte !== "<" && $byte !== ">") {
            $this->text_ .= $byte;
        }
        if ($byte === "<" || $byte === ">") $this->held_ = $byte;
        return '"';
    }

    #[Internal] private function word_(string $byte): string {
        $this->text_ = $byte;
        while (strlen($this->text_) < 8192 && ($byte = $this->read_()) !== null && (ctype_alnum($byte) || strpbrk($byte, "-_.:") !== false)) {
            $this->text_ .= $byte;
        }
        if ($byte !== null && !ctype_alpha($byte) && $byte !== "-") $this->held_ = $byte;
        return "a";
    }
}

function get_meta_tags(string $filename, bool $use_include_path = false): array|false {
    without_null_("get_meta_tags", 1, "filename", $filename);
    error_clear_last();
    $stream = @fopen($filename, "rb", $use_include_path);
    if ($stream === false) {
        report_(E_WARNING, preg_replace('/^fopen\(/', "get_meta_tags(", error_get_last()["message"] ?? ""));
        return false;
    }
    $tags = [];
    $tokens = new MetaTokens_($stream);
    $name = $content = $wanted = null;
    $isMeta = $isTag = false;
    for ($last = null; ($token = $tokens->next_()) !== null; $last = $token) {
        if ($token === "a" && $last === "<") $isMeta = strcasecmp("meta", $tokens->text_) === 0;
        elseif ($token === "a" && $last === "/" && $isTag) {
            if (strcasecmp("head", $tokens->text_) === 0) break;
        } elseif (($token === "a" || $token === '"') && $last === "=" && $wanted !== null) {
            if ($wanted === "name") $name = strtr($tokens->text_, '.\\+*?[^]$() ', "____________");
            else $content = $tokens->text_;
            $wanted = null;
        } elseif ($token === "a" && $isMeta) {
            $word = strtolower($tokens->text_);
            if ($word === "name" || $word === "content") $wanted = $word;
        } elseif ($token === "<") {
            if ($wanted !== null) $name = $content = $wanted = null;
            $isTag = true;
        } elseif ($token === ">") {
            if ($name !== null) $tags[strtolower($name)] = $content ?? "";
            $name = $content = $wanted = null;
            $isMeta = $isTag = false;
        }
    }
    fclose($stream);
    return $tags;
}
