<?php

/** Values of a text that has a layout. */
#[__Reenters]
function sscanf(string $string, string $format, mixed &...$vars): array|int|null {}

/** Values of a line that has a layout. */
#[__Reenters]
function fscanf($stream, string $format, mixed &...$vars): array|int|false|null {}
