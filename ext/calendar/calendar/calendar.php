<?php

const CAL_GREGORIAN = 0;
const CAL_JULIAN = 1;
const CAL_JEWISH = 2;
const CAL_FRENCH = 3;
const CAL_NUM_CALS = 4;
const CAL_DOW_DAYNO = 0;
const CAL_DOW_SHORT = 2;
const CAL_DOW_LONG = 1;
const CAL_MONTH_GREGORIAN_SHORT = 0;
const CAL_MONTH_GREGORIAN_LONG = 1;
const CAL_MONTH_JULIAN_SHORT = 2;
const CAL_MONTH_JULIAN_LONG = 3;
const CAL_MONTH_JEWISH = 4;
const CAL_MONTH_FRENCH = 5;
const CAL_EASTER_DEFAULT = 0;
const CAL_EASTER_ROMAN = 1;
const CAL_EASTER_ALWAYS_GREGORIAN = 2;
const CAL_EASTER_ALWAYS_JULIAN = 3;
const CAL_JEWISH_ADD_ALAFIM_GERESH = 2;
const CAL_JEWISH_ADD_ALAFIM = 4;
const CAL_JEWISH_ADD_GERESHAYIM = 8;

/** How many days a month has. */
function cal_days_in_month(int $calendar, int $month, int $year): int {}

/** A day in a calendar. */
function cal_from_jd(int $julian_day, int $calendar): array {}

/** What there is to know of a calendar. */
function cal_info(int $calendar = -1): array {}

/** The number of a day of a calendar. */
function cal_to_jd(int $calendar, int $month, int $day, int $year): int {}

/** Seconds from 1970 of midnight at Easter. */
function easter_date(?int $year = null, int $mode = CAL_EASTER_DEFAULT): int {}

/** How many days Easter is after the 21st of March. */
function easter_days(?int $year = null, int $mode = CAL_EASTER_DEFAULT): int {}

/** The number of a day of the French Republic. */
#[__Pure]
function frenchtojd(int $month, int $day, int $year): int {}

/** The number of a day of the Gregorian calendar. */
#[__Pure]
function gregoriantojd(int $month, int $day, int $year): int {}

/** The day of the week of a day. */
#[__Pure]
function jddayofweek(int $julian_day, int $mode = CAL_DOW_DAYNO): string|int {}

/** The name of the month of a day. */
#[__Pure]
function jdmonthname(int $julian_day, int $mode): string {}

/** A day in the calendar of the French Republic. */
#[__Pure]
function jdtofrench(int $julian_day): string {}

/** A day in the Gregorian calendar. */
#[__Pure]
function jdtogregorian(int $julian_day): string {}

/** A day in the Jewish calendar. */
function jdtojewish(int $julian_day, bool $hebrew = false, int $flags = 0): string {}

/** A day in the Julian calendar. */
#[__Pure]
function jdtojulian(int $julian_day): string {}

/** Seconds from 1970 of a day. */
function jdtounix(int $julian_day): int {}

/** The number of a day of the Jewish calendar. */
function jewishtojd(int $month, int $day, int $year): int {}

/** The number of a day of the Julian calendar. */
#[__Pure]
function juliantojd(int $month, int $day, int $year): int {}

/** The number of the day of a moment. */
function unixtojd(?int $timestamp = null): int|false {}
