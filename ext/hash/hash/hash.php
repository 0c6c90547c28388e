<?php

const HASH_HMAC = 1;
const MHASH_CRC32 = 0;
const MHASH_MD5 = 1;
const MHASH_SHA1 = 2;
const MHASH_HAVAL256 = 3;
const MHASH_RIPEMD160 = 5;
const MHASH_TIGER = 7;
const MHASH_GOST = 8;
const MHASH_CRC32B = 9;
const MHASH_HAVAL224 = 10;
const MHASH_HAVAL192 = 11;
const MHASH_HAVAL160 = 12;
const MHASH_HAVAL128 = 13;
const MHASH_TIGER128 = 14;
const MHASH_TIGER160 = 15;
const MHASH_MD4 = 16;
const MHASH_SHA256 = 17;
const MHASH_ADLER32 = 18;
const MHASH_SHA224 = 19;
const MHASH_SHA512 = 20;
const MHASH_SHA384 = 21;
const MHASH_WHIRLPOOL = 22;
const MHASH_RIPEMD128 = 23;
const MHASH_RIPEMD256 = 24;
const MHASH_RIPEMD320 = 25;
const MHASH_SNEFRU256 = 27;
const MHASH_MD2 = 28;
const MHASH_FNV132 = 29;
const MHASH_FNV1A32 = 30;
const MHASH_FNV164 = 31;
const MHASH_FNV1A64 = 32;
const MHASH_JOAAT = 33;
const MHASH_CRC32C = 34;
const MHASH_MURMUR3A = 35;
const MHASH_MURMUR3C = 36;
const MHASH_MURMUR3F = 37;
const MHASH_XXH32 = 38;
const MHASH_XXH64 = 39;
const MHASH_XXH3 = 40;
const MHASH_XXH128 = 41;

/** The hash of a text. */
function hash(string $algo, string $data, bool $binary = false, array $options = []): string {}

/** The keyed hash of a text. */
function hash_hmac(string $algo, string $data, #[SensitiveParameter] string $key, bool $binary = false): string {}

/** The names of all hash functions. */
#[__Pure]
function hash_algos(): array {}

/** The names of those that may be keyed. */
#[__Pure]
function hash_hmac_algos(): array {}

/** A key derived from a password, slowly. */
function hash_pbkdf2(string $algo, #[SensitiveParameter] string $password, string $salt, int $iterations, int $length = 0, bool $binary = false, array $options = []): string {}

/** A key derived from another. */
function hash_hkdf(string $algo, #[SensitiveParameter] string $key, int $length = 0, string $info = "", string $salt = ""): string {}

/** Whether two texts are the same, in a time that does not tell where they differ. */
function hash_equals(#[SensitiveParameter] string $known_string, #[SensitiveParameter] string $user_string): bool {}

/** A hash under way. */
function hash_init(string $algo, int $flags = 0, #[SensitiveParameter] string $key = "", array $options = []): HashContext {}

/** Takes more of the text. */
function hash_update(HashContext $context, string $data): true {}

/** The hash of what was taken. */
function hash_final(HashContext $context, bool $binary = false): string {}

/** Another hash under way that has taken the same. */
function hash_copy(HashContext $context): HashContext {}

/** The number of a copy of the hash with a number; 0 when that is finished. */
function hash_copied_(int $held): int {}

/** The state of a hash and PHP's mark of its form; null for what has none. */
function hash_state_(int $held, string $algo): mixed {}

/** The number of a hash with a state, or a code below 0 for what is wrong, and the name of its algorithm; null for no algorithm. */
function hash_under_way_(string $algo, mixed $state, int $mark): mixed {}

/** 0 for a hash that is finished, 2 for one under HMAC, else 1. */
function hash_kind_(int $held): int {}
