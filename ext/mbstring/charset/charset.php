<?php

/** The encoding of texts for which none is given; sets it. */
function mb_internal_encoding(?string $encoding = null): string|bool {}

/** The encodings that detection tries; sets them. */
function mb_detect_order(array|string|null $encoding = null): array|bool {}

/** What stands for characters that an encoding lacks; sets it. */
function mb_substitute_character(string|int|null $substitute_character = null): string|int|bool {}

/** The language that mails are written in; sets it. */
function mb_language(?string $language = null): string|bool {}

/** The encoding of the output; sets it. */
function mb_http_output(?string $encoding = null): string|bool {}

/** The encoding in which the request came. */
function mb_http_input(?string $type = null): array|string|false {}

/** What mails call the encoding. */
function mb_preferred_mime_name(string $encoding): string|false {}

/** The names of all encodings. */
#[__Pure]
function mb_list_encodings(): array {}

/** Other names of the encoding. */
function mb_encoding_aliases(string $encoding): array {}

/** The encoding that the text is likely to have. */
function mb_detect_encoding(string $string, array|string|null $encodings = null, bool $strict = false): string|false {}

/** Whether the text is correct in the encoding. */
function mb_check_encoding(array|string|null $value = null, ?string $encoding = null): bool {}

/** The text in another encoding. */
function mb_convert_encoding(array|string $string, string $to_encoding, array|string|null $from_encoding = null): array|string|false {}

/** The text with what is not correct replaced. */
function mb_scrub(string $string, ?string $encoding = null): string {}

/** The number of the first character. */
function mb_ord(string $string, ?string $encoding = null): int|false {}

/** The character with this number. */
function mb_chr(int $codepoint, ?string $encoding = null): string|false {}

/** The text with characters of the map as numeric entities. */
function mb_encode_numericentity(string $string, array $map, ?string $encoding = null, bool $hex = false): string {}

/** The text with numeric entities of the map as characters. */
function mb_decode_numericentity(string $string, array $map, ?string $encoding = null): string {}

/** The text of a header in which words are encoded. */
function mb_decode_mimeheader(string $string): string {}

/** A header in which words are encoded where they have to. */
function mb_encode_mimeheader(string $string, ?string $charset = null, ?string $transfer_encoding = null, string $newline = "\r\n", int $indent = 0): string {}

/** Converts texts in variables; the encoding that they had. */
function mb_convert_variables(string $to_encoding, array|string $from_encoding, mixed &$var, mixed &...$vars): string|false {}

/** Puts the variables of a query into an array. */
function mb_parse_str(string $string, &$result): bool {}

/** Converts the output, as a handler of `ob_start()`. */
function mb_output_handler(string $string, int $status): string {}

/** What is set. */
function mb_get_info(string $type = "all"): array|string|int|false|null {}
