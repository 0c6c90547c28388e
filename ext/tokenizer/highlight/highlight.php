<?php

/** A source as HTML with colours, printed or returned. */
function highlight_string(string $string, bool $return = false): string|true {}

/** The same of a file. */
function highlight_file(#[__Path] string $filename, bool $return = false): string|bool {}

#[__Alias("highlight_file")]
function show_source(#[__Path] string $filename, bool $return = false): string|bool {}

/** The source in a file without comments and with single blanks. */
function php_strip_whitespace(#[__Path] string $filename): string {}
