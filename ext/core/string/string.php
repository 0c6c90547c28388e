<?php

const STR_PAD_LEFT = 0;
const STR_PAD_RIGHT = 1;
const STR_PAD_BOTH = 2;

/** Length in bytes. */
#[__Pure]
function strlen(string $string): int {}

/** Compares byte by byte: -1, 0 or 1. */
#[__Pure]
function strcmp(string $string1, string $string2): int {}

/** Compares the first $length bytes. */
function strncmp(string $string1, string $string2, int $length): int {}

/** Compares without regard to the case of ASCII letters. */
#[__Pure]
function strcasecmp(string $string1, string $string2): int {}

/** Compares the first $length bytes without regard to the case of ASCII letters. */
function strncasecmp(string $string1, string $string2, int $length): int {}

/** Compares as people order names with numbers in them. */
#[__Pure]
function strnatcmp(string $string1, string $string2): int {}

/** The same without regard to the case of ASCII letters. */
#[__Pure]
function strnatcasecmp(string $string1, string $string2): int {}

/** Compares $needle with a part of $haystack that starts at $offset. */
function substr_compare(string $haystack, string $needle, int $offset, ?int $length = null, bool $case_insensitive = false): int {}

/** The part from $offset on; negative numbers count from the end. */
#[__Pure]
function substr(string $string, int $offset, ?int $length = null): string {}

/** Where $needle first stands at or behind $offset. */
function strpos(string $haystack, string $needle, int $offset = 0): int|false {}

/** The same without regard to the case of ASCII letters. */
function stripos(string $haystack, string $needle, int $offset = 0): int|false {}

/** Where $needle last stands; a negative $offset says how far from the end to begin. */
function strrpos(string $haystack, string $needle, int $offset = 0): int|false {}

/** The same without regard to the case of ASCII letters. */
function strripos(string $haystack, string $needle, int $offset = 0): int|false {}

/** $haystack from the first $needle on, or what is before it. */
#[__Pure]
function strstr(string $haystack, string $needle, bool $before_needle = false): string|false {}

/** $haystack from the first $needle on, or what is before it. */
#[__Pure]
#[__Alias("strstr")]
function strchr(string $haystack, string $needle, bool $before_needle = false): string|false {}

/** The same without regard to the case of ASCII letters. */
function stristr(string $haystack, string $needle, bool $before_needle = false): string|false {}

/** $haystack from the last occurrence of the first byte of $needle on, or what is before it. */
function strrchr(string $haystack, string $needle, bool $before_needle = false): string|false {}

/** Whether $needle stands anywhere in $haystack. */
#[__Pure]
function str_contains(string $haystack, string $needle): bool {}

/** Whether $haystack begins with $needle. */
#[__Pure]
function str_starts_with(string $haystack, string $needle): bool {}

/** Whether $haystack ends with $needle. */
#[__Pure]
function str_ends_with(string $haystack, string $needle): bool {}

/** Replaces all of $search; with arrays, one after the other. $count gets how many. */
#[__Reenters]
function str_replace(array|string $search, array|string $replace, array|string $subject, &$count = null): array|string {}

/** The same without regard to the case of ASCII letters. */
#[__Reenters]
function str_ireplace(array|string $search, array|string $replace, array|string $subject, &$count = null): array|string {}

/** Replaces the bytes that $offset and $length name, in one string or in each of an array. */
#[__Reenters]
function substr_replace(array|string $string, array|string $replace, array|int $offset, array|int|null $length = null): array|string {}

/** How often $needle stands in a part of $haystack, without overlaps. */
function substr_count(string $haystack, string $needle, int $offset = 0, ?int $length = null): int {}

/** $times copies one after the other. */
function str_repeat(string $string, int $times): string {}

/** Fills up to $length bytes on the left, right or both sides. */
function str_pad(string $string, int $length, string $pad_string = " ", int $pad_type = STR_PAD_RIGHT): string {}

/** Pieces of $length bytes. */
function str_split(string $string, int $length = 1): array {}

/** The bytes in reverse. */
#[__Pure]
function strrev(string $string): string {}

/** Without the $characters at both ends; `a..z` is a range. */
function trim(string $string, string $characters = " \n\r\t\v\x00"): string {}

/** Without the $characters at the start. */
function ltrim(string $string, string $characters = " \n\r\t\v\x00"): string {}

/** Without the $characters at the end. */
function rtrim(string $string, string $characters = " \n\r\t\v\x00"): string {}

/** Without the $characters at the end. */
#[__Alias("rtrim")]
function chop(string $string, string $characters = " \n\r\t\v\x00"): string {}

/** The parts between separators; a negative $limit drops that many from the end. */
function explode(string $separator, string $string, int $limit = PHP_INT_MAX): array {}

/** The elements one after the other with the separator between them. */
#[__Reenters]
function implode(array|string $separator, ?array $array = null): string {}

/** The elements one after the other with the separator between them. */
#[__Reenters]
#[__Alias("implode")]
function join(array|string $separator, ?array $array = null): string {}

/** With the first byte in upper case. */
#[__Pure]
function ucfirst(string $string): string {}

/** With the first byte in lower case. */
#[__Pure]
function lcfirst(string $string): string {}

/** With the first letter of each word in upper case. */
function ucwords(string $string, string $separators = " \t\r\n\f\v"): string {}

/** With ASCII letters in lower case. */
#[__Pure]
function strtolower(string $string): string {}

/** With ASCII letters in upper case. */
#[__Pure]
function strtoupper(string $string): string {}

/** With a break element before each line end. */
#[__Pure]
function nl2br(string $string, bool $use_xhtml = true): string {}

/** With a backslash before quotes, backslashes and NUL. */
#[__Pure]
function addslashes(string $string): string {}

/** Without what addslashes() adds. */
#[__Pure]
function stripslashes(string $string): string {}

/** With a backslash before the $characters, and codes for those that do not print. */
function addcslashes(string $string, string $characters): string {}

/** With a backslash before the characters that regular expressions use. */
#[__Pure]
function quotemeta(string $string): string {}

/** Broken into lines of at most $width bytes. */
function wordwrap(string $string, int $width = 75, string $break = "\n", bool $cut_long_words = false): string {}

/** With bytes of $from replaced by those of $to, or the keys of an array by its values. */
function strtr(string $string, array|string $from, ?string $to = null): string {}

/** With a separator behind every $length bytes. */
function chunk_split(string $string, int $length = 76, string $separator = "\r\n"): string {}

/** Length of the start that has only $characters. */
function strspn(string $string, string $characters, int $offset = 0, ?int $length = null): int {}

/** Length of the start that has none of $characters. */
function strcspn(string $string, string $characters, int $offset = 0, ?int $length = null): int {}

/** From the first of $characters on. */
function strpbrk(string $string, string $characters): string|false {}

/** How many bytes two strings have in common; $percent gets the share. */
function similar_text(string $string1, string $string2, &$percent = null): int {}

/** What it costs to turn one string into the other. */
function levenshtein(string $string1, string $string2, int $insertion_cost = 1, int $replacement_cost = 1, int $deletion_cost = 1): int {}

/** The first byte as a number. */
#[__Pure]
function ord(string $character): int {}

/** The byte with this number, modulo 256. */
#[__Pure]
function chr(int $codepoint): string {}

/** Two hexadecimal digits for each byte. */
#[__Pure]
function bin2hex(string $string): string {}

/** The bytes of hexadecimal digits. */
function hex2bin(string $string): string|false {}

/** How often each byte stands in a string, or which bytes do. */
function count_chars(string $string, int $mode = 0): array|string {}

/** How many words there are, or which. */
function str_word_count(string $string, int $format = 0, ?string $characters = null): array|int {}

/** With ASCII letters moved by 13 places. */
#[__Pure]
function str_rot13(string $string): string {}

/** A letter and three digits for the sound of an English word. */
#[__Pure]
function soundex(string $string): string {}

/** Orders two version numbers, or says whether they are in the relation $operator. */
function version_compare(string $version1, string $version2, ?string $operator = null): int|bool {}
