<?php

const SUNFUNCS_RET_TIMESTAMP = 0;
const SUNFUNCS_RET_STRING = 1;
const SUNFUNCS_RET_DOUBLE = 2;
const DATE_ATOM = "Y-m-d\\TH:i:sP";
const DATE_COOKIE = "l, d-M-Y H:i:s T";
const DATE_ISO8601 = "Y-m-d\\TH:i:sO";
const DATE_ISO8601_EXPANDED = "X-m-d\\TH:i:sP";
const DATE_RFC822 = "D, d M y H:i:s O";
const DATE_RFC850 = "l, d-M-y H:i:s T";
const DATE_RFC1036 = "D, d M y H:i:s O";
const DATE_RFC1123 = "D, d M Y H:i:s O";
const DATE_RFC7231 = "D, d M Y H:i:s \\G\\M\\T";
const DATE_RFC2822 = "D, d M Y H:i:s O";
const DATE_RFC3339 = "Y-m-d\\TH:i:sP";
const DATE_RFC3339_EXTENDED = "Y-m-d\\TH:i:s.vP";
const DATE_RSS = "D, d M Y H:i:s O";
const DATE_W3C = "Y-m-d\\TH:i:sP";

/** A moment as text, in the zone of the script. */
function date(string $format, ?int $timestamp = null): string {}

/** A moment as text, in UTC. */
function gmdate(string $format, ?int $timestamp = null): string {}

/** A part of a moment as a number. */
function idate(string $format, ?int $timestamp = null): int|false {}

/** Seconds from 1970 of a date and a clock in the zone of the script. */
function mktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, ?int $year = null): int|false {}

/** Seconds from 1970 of a date and a clock in UTC. */
function gmmktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, ?int $year = null): int|false {}

/** Whether a date exists. */
#[__Pure]
function checkdate(int $month, int $day, int $year): bool {}

/** Seconds from 1970 of what words say. */
function strtotime(string $datetime, ?int $baseTimestamp = null): int|false {}

/** A moment in parts. */
function getdate(?int $timestamp = null): array {}

/** A moment in parts, as C has them. */
function localtime(?int $timestamp = null, bool $associative = false): array {}

/** A moment as text, in C's letters. */
#[Deprecated(since: "8.1", message: "use IntlDateFormatter::format() instead")]
function strftime(string $format, ?int $timestamp = null): string|false {}

/** The same in UTC. */
#[Deprecated(since: "8.1", message: "use IntlDateFormatter::format() instead")]
function gmstrftime(string $format, ?int $timestamp = null): string|false {}

/** What words say of a moment, in parts. */
function date_parse(string $datetime): array {}

/** What a text says of a moment, read as a layout says, in parts. */
function date_parse_from_format(string $format, string $datetime): array {}

/** The zone of the script. */
function date_default_timezone_get(): string {}

/** Sets the zone of the script. */
function date_default_timezone_set(string $timezoneId): bool {}

/** The zone of an abbreviation or an offset. */
function timezone_name_from_abbr(string $abbr, int $utcOffset = -1, int $isDST = -1): string|false {}

/** The version of the database of zones. */
function timezone_version_get(): string {}

/** When the sun rises on a day. */
#[Deprecated(since: "8.1", message: "use date_sun_info() instead")]
function date_sunrise(int $timestamp, int $returnFormat = SUNFUNCS_RET_STRING, ?float $latitude = null, ?float $longitude = null, ?float $zenith = null, ?float $utcOffset = null): string|int|float|false {}

/** When the sun sets on a day. */
#[Deprecated(since: "8.1", message: "use date_sun_info() instead")]
function date_sunset(int $timestamp, int $returnFormat = SUNFUNCS_RET_STRING, ?float $latitude = null, ?float $longitude = null, ?float $zenith = null, ?float $utcOffset = null): string|int|float|false {}

/** When the sun rises and sets on a day, and when it is dusk. */
function date_sun_info(int $timestamp, float $latitude, float $longitude): array {}
