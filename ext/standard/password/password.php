<?php

const PASSWORD_DEFAULT = "2y";
const PASSWORD_BCRYPT = "2y";
const PASSWORD_BCRYPT_DEFAULT_COST = 12;
const PASSWORD_ARGON2I = "argon2i";
const PASSWORD_ARGON2ID = "argon2id";
const PASSWORD_ARGON2_PROVIDER = "standard";
const PASSWORD_ARGON2_DEFAULT_MEMORY_COST = 65536;
const PASSWORD_ARGON2_DEFAULT_TIME_COST = 4;
const PASSWORD_ARGON2_DEFAULT_THREADS = 1;

/** A hash of a password with a salt of its own. */
function password_hash(#[SensitiveParameter] string $password, string|int|null $algo, array $options = []): string {}

/** Whether the password has the hash. */
function password_verify(#[SensitiveParameter] string $password, string $hash): bool {}

/** Whether the hash was made in another way. */
function password_needs_rehash(string $hash, string|int|null $algo, array $options = []): bool {}

/** How the hash was made. */
function password_get_info(string $hash): array {}

/** The ways in which hashes are made. */
function password_algos(): array {}

/** A hash of a password in the manner of Unix. */
function crypt(#[SensitiveParameter] string $string, string $salt): string {}
