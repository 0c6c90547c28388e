<?php
// Hashes under way. What they have taken lies with the extension, by a number.

final class HashContext {
    #[Internal] private int $held_ = 0;
    #[Internal] private string $algo_ = "";

    private function __construct() {}

    #[Internal] public function held_(): int { return $this->held_; }

    #[Internal] public function hold_(int $held, string $algo): void {
        $this->held_ = $held;
        $this->algo_ = $algo;
    }

    #[Internal] public function shown_(): array { return ["algo" => $this->algo_]; }

    #[Internal] public function cloned_(object $from): void {
        $copied = hash_copied_($this->held_);
        if ($copied === 0) throw new Error("Cannot clone a finalized HashContext");
        $this->held_ = $copied;
    }

    public function __serialize(): array {
        if (hash_kind_($this->held_) === 2) throw new Exception("HashContext with HASH_HMAC option cannot be serialized");
        $state = hash_state_($this->held_, $this->algo_);
        if ($state === null) throw new Exception("HashContext for algorithm \"{$this->algo_}\" cannot be serialized");
        return [$this->algo_, 0, ...$state, get_mangled_object_vars($this)];
    }

    public function __unserialize(array $data): void {
        if ($this->held_ !== 0) throw new Exception("HashContext::__unserialize called on initialized object");
        $isWhole = is_string($data[0] ?? null) && is_int($data[1] ?? null) && array_key_exists(2, $data) && is_int($data[3] ?? null) && is_array($data[4] ?? null);
        if (!$isWhole) throw new Exception("Incomplete or ill-formed serialization data");
        if ($data[1] & HASH_HMAC) throw new Exception("HashContext with HASH_HMAC option cannot be serialized");
        $made = hash_under_way_($data[0], $data[2], $data[3]);
        if ($made === null) throw new Exception("Unknown hash algorithm");
        [$held, $this->algo_] = $made;
        if ($held < 0) throw new Exception("Incomplete or ill-formed serialization data (\"{$this->algo_}\" code $held)");
        $this->held_ = $held;
        SerialForm_::load_($this, $data[4]);
    }

    public function __debugInfo(): array { return ["algo" => $this->algo_]; }
}

/** The functions of mhash by number: their names there and here. */
function mhash_known_(int $algo): ?array {
    return [
        0 => ['CRC32', 'crc32'], 1 => ['MD5', 'md5'], 2 => ['SHA1', 'sha1'], 3 => ['HAVAL256', 'haval256,3'],
        5 => ['RIPEMD160', 'ripemd160'], 7 => ['TIGER', 'tiger192,3'], 8 => ['GOST', 'gost'], 9 => ['CRC32B', 'crc32b'],
        10 => ['HAVAL224', 'haval224,3'], 11 => ['HAVAL192', 'haval192,3'], 12 => ['HAVAL160', 'haval160,3'], 13 => ['HAVAL128', 'haval128,3'],
        14 => ['TIGER128', 'tiger128,3'], 15 => ['TIGER160', 'tiger160,3'], 16 => ['MD4', 'md4'], 17 => ['SHA256', 'sha256'],
        18 => ['ADLER32', 'adler32'], 19 => ['SHA224', 'sha224'], 20 => ['SHA512', 'sha512'], 21 => ['SHA384', 'sha384'],
        22 => ['WHIRLPOOL', 'whirlpool'], 23 => ['RIPEMD128', 'ripemd128'], 24 => ['RIPEMD256', 'ripemd256'], 25 => ['RIPEMD320', 'ripemd320'],
        27 => ['SNEFRU256', 'snefru256'], 28 => ['MD2', 'md2'], 29 => ['FNV132', 'fnv132'], 30 => ['FNV1A32', 'fnv1a32'],
        31 => ['FNV164', 'fnv164'], 32 => ['FNV1A64', 'fnv1a64'], 33 => ['JOAAT', 'joaat'], 34 => ['CRC32C', 'crc32c'],
        35 => ['MURMUR3A', 'murmur3a'], 36 => ['MURMUR3C', 'murmur3c'], 37 => ['MURMUR3F', 'murmur3f'], 38 => ['XXH32', 'xxh32'],
        39 => ['XXH64', 'xxh64'], 40 => ['XXH3', 'xxh3'], 41 => ['XXH128', 'xxh128'],
    ][$algo] ?? null;
}

#[\Deprecated(since: '8.1')]
function mhash_get_block_size(int $algo): int|false {
    $known = mhash_known_($algo);
    return $known === null ? false : strlen(hash($known[1], "", true));
}

#[\Deprecated(since: '8.1')]
function mhash_get_hash_name(int $algo): string|false {
    return mhash_known_($algo)[0] ?? false;
}

#[\Deprecated(since: '8.1')]
function mhash_keygen_s2k(int $algo, string $password, string $salt, int $length): string|false {
    if ($length <= 0) throw new ValueError('mhash_keygen_s2k(): Argument #4 ($length) must be a greater than 0');
    $known = mhash_known_($algo);
    if ($known === null) return false;
    $salt = str_pad(substr($salt, 0, 8), 8, "\0");
    for ($key = "", $round = 0; strlen($key) < $length; $round++) {
        $key .= hash($known[1], str_repeat("\0", $round) . $salt . $password, true);
    }
    return substr($key, 0, $length);
}

#[\Deprecated(since: '8.1')]
function mhash_count(): int { return 41; }

#[\Deprecated(since: '8.1')]
function mhash(int $algo, string $data, ?string $key = null): string|false {
    $known = mhash_known_($algo);
    if ($known === null) return false;
    return $key === null ? hash($known[1], $data, true) : hash_hmac($known[1], $data, $key, true);
}
