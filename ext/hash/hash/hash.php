<?php

const HASH_HMAC = 1;

/** The hash of a text. */
#[__Pure]
function hash(string $algo, string $data, bool $binary = false, array $options = []): string {}

/** The keyed hash of a text. */
#[__Pure]
function hash_hmac(string $algo, string $data, string $key, bool $binary = false): string {}

/** The names of all hash functions. */
#[__Pure]
function hash_algos(): array {}

/** The names of those that may be keyed. */
#[__Pure]
function hash_hmac_algos(): array {}

/** A key derived from a password, slowly. */
#[__Pure]
function hash_pbkdf2(string $algo, string $password, string $salt, int $iterations, int $length = 0, bool $binary = false, array $options = []): string {}

/** A key derived from another. */
#[__Pure]
function hash_hkdf(string $algo, string $key, int $length = 0, string $info = "", string $salt = ""): string {}

/** Whether two texts are the same, in a time that does not tell where they differ. */
#[__Pure]
function hash_equals(string $known_string, string $user_string): bool {}

/** A hash under way. */
function hash_init(string $algo, int $flags = 0, string $key = "", array $options = []): HashContext {}

/** Takes more of the text. */
function hash_update(HashContext $context, string $data): true {}

/** The hash of what was taken. */
function hash_final(HashContext $context, bool $binary = false): string {}

/** Another hash under way that has taken the same. */
function hash_copy(HashContext $context): HashContext {}
