<?php

/** The CRC-32 of the bytes. */
#[__Pure]
function crc32(string $string): int {}

/** The MD5 hash, as hexadecimal digits or as bytes. */
#[__Pure]
function md5(string $string, bool $binary = false): string {}

/** The SHA-1 hash, as hexadecimal digits or as bytes. */
#[__Pure]
function sha1(string $string, bool $binary = false): string {}

/** The bytes in Base64. */
#[__Pure]
function base64_encode(string $string): string {}

/** The bytes of Base64; unless $strict, other characters are skipped. */
#[__Pure]
function base64_decode(string $string, bool $strict = false): string|false {}

/** As in a form: spaces are plus signs. */
#[__Pure]
function urlencode(string $string): string {}

/** The bytes of urlencode(). */
#[__Pure]
function urldecode(string $string): string {}

/** As RFC 3986 writes it. */
#[__Pure]
function rawurlencode(string $string): string {}

/** The bytes of rawurlencode(). */
#[__Pure]
function rawurldecode(string $string): string {}
