<?php

/** What a text says, read as a layout says if there is one, seen from now in a zone. */
function date_read_(string $text, ?string $format, string $zone): array {}

/** A moment as text. */
function date_text_(int $seconds, int $micros, string $zone, string $format): string {}

/** The date and the clock of a moment. */
function date_parts_(int $seconds, string $zone): array {}

/** The moment of a date and a clock, which need not be in range. */
function date_moment_(array $fields, string $zone): array {}

/** A moment moved as a text says. */
function date_moved_(int $seconds, int $micros, string $zone, string $text): array {}

/** A moment moved as only the relative part of a text says. */
function date_shifted_(int $seconds, int $micros, string $zone, string $text): array {}

/** A moment moved by an interval: hours as they pass, or as clocks show them. */
function date_added_(array $moment, array $by, bool $wall): array {}

/** What lies between two moments. */
function date_difference_(array $one, array $other): array {}

/** The day of a day of a week. */
function date_week_day_(int $year, int $week, int $day): int {}

/** The relative part of a text. */
function date_relative_(string $text): array {}

/** The zone that a text names. */
function timezone_read_(string $text): ?string {}

/** The name of a zone. */
function timezone_text_(string $zone): string {}

/** The seconds east of UTC of a zone at a moment, whether that is summer time, the abbreviation. */
function timezone_at_(string $zone, int $seconds): array {}

/** When a zone changes. */
function timezone_changes_(string $zone, int $begin, int $end): array {}

/** The names of zones. */
function timezone_names_(int $group, ?string $country): array {}

/** The abbreviations. */
function timezone_abbreviations_list(): array {}

/** The zone of the script. */
function timezone_here_(): string {}

/** The numbers of an interval as ISO 8601 writes it; null for another text. */
#[__Pure]
function interval_of_(string $text): ?array {}
