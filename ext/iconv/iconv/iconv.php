<?php

const ICONV_IMPL = "glibc";
const ICONV_VERSION = "2.41";
const ICONV_MIME_DECODE_STRICT = 1;
const ICONV_MIME_DECODE_CONTINUE_ON_ERROR = 2;

/** The text in another encoding. */
function iconv(string $from_encoding, string $to_encoding, string $string): string|false {}

/** How many characters the text has. */
function iconv_strlen(string $string, ?string $encoding = null): int|false {}

/** A part of the text, counted in characters. */
function iconv_substr(string $string, int $offset, ?int $length = null, ?string $encoding = null): string|false {}

/** Where the text contains another first. */
function iconv_strpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false {}

/** Where the text contains another last. */
function iconv_strrpos(string $haystack, string $needle, ?string $encoding = null): int|false {}

/** The encodings of the settings. */
function iconv_get_encoding(string $type = "all"): array|string|false {}

/** Sets an encoding. */
function iconv_set_encoding(string $type, string $encoding): bool {}

/** The text of a header in which words are encoded. */
function iconv_mime_decode(string $string, int $mode = 0, ?string $encoding = null): string|false {}

/** The names and values of headers in which words are encoded. */
function iconv_mime_decode_headers(string $headers, int $mode = 0, ?string $encoding = null): array|false {}

/** A header in which the value is encoded. */
function iconv_mime_encode(string $field_name, string $field_value, array $options = []): string|false {}

/** The output in another encoding, as a handler of `ob_start()`. */
function ob_iconv_handler_(string $contents, int $status): string|false {}
