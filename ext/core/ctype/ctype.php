<?php

/** Whether there are only letters and digits. */
function ctype_alnum(mixed $text): bool {}

/** Whether there are only letters. */
function ctype_alpha(mixed $text): bool {}

/** Whether there are only control characters. */
function ctype_cntrl(mixed $text): bool {}

/** Whether there are only digits. */
function ctype_digit(mixed $text): bool {}

/** Whether there are only characters that print, and no space. */
function ctype_graph(mixed $text): bool {}

/** Whether there are only lower-case letters. */
function ctype_lower(mixed $text): bool {}

/** Whether there are only characters that print. */
function ctype_print(mixed $text): bool {}

/** Whether there are only characters that print and are no letter, digit or space. */
function ctype_punct(mixed $text): bool {}

/** Whether there is only white space. */
function ctype_space(mixed $text): bool {}

/** Whether there are only upper-case letters. */
function ctype_upper(mixed $text): bool {}

/** Whether there are only hexadecimal digits. */
function ctype_xdigit(mixed $text): bool {}
