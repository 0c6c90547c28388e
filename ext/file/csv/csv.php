<?php

/** The fields of a line. */
#[__Reenters]
function fgetcsv($stream, ?int $length = null, string $separator = ',', string $enclosure = '"', string $escape = "\\"): array|false {}

/** Writes fields as a line. */
#[__Reenters]
function fputcsv($stream, array $fields, string $separator = ',', string $enclosure = '"', string $escape = "\\", string $eol = "\n"): int|false {}

/** The fields of a text. */
#[__Reenters]
function str_getcsv(string $string, string $separator = ',', string $enclosure = '"', string $escape = "\\"): array {}
