<?php

/** Bytes as text in the manner of Unix mails. */
#[__Pure]
function convert_uuencode(string $string): string {}

/** The bytes of such a text. */
function convert_uudecode(string $string): string|false {}

/** Bytes as text that mails may carry. */
#[__Pure]
function quoted_printable_encode(string $string): string {}

/** The bytes of such a text. */
#[__Pure]
function quoted_printable_decode(string $string): string {}
