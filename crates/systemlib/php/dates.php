<?php
// Functions of dates that make objects or take them.

function interval_of_words_(string $words): DateInterval|array {
    $numbers = date_relative_($words);
    return $numbers[8] !== [] ? $numbers[8] : DateInterval::ofWords_($words, $numbers);
}

function date_create(string $datetime = "now", ?DateTimeZone $timezone = null): DateTime|false {
    try {
        return new DateTime($datetime, $timezone);
    } catch (DateMalformedStringException) {
        return false;
    }
}

function date_create_immutable(string $datetime = "now", ?DateTimeZone $timezone = null): DateTimeImmutable|false {
    try {
        return new DateTimeImmutable($datetime, $timezone);
    } catch (DateMalformedStringException) {
        return false;
    }
}

function date_create_from_format(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTime|false {
    return DateTime::createFromFormat($format, $datetime, $timezone);
}

function date_create_immutable_from_format(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTimeImmutable|false {
    return DateTimeImmutable::createFromFormat($format, $datetime, $timezone);
}

function date_get_last_errors(): array|false { return DateErrors_::$last_; }
function date_format(DateTimeInterface $object, string $format): string { return $object->format($format); }

function date_modify(DateTime $object, string $modifier): DateTime|false {
    try {
        return $object->modify($modifier);
    } catch (DateMalformedStringException $error) {
        report_(E_WARNING, str_replace("DateTime::modify()", "date_modify()", $error->getMessage()));
        return false;
    }
}

function date_add(DateTime $object, DateInterval $interval): DateTime { return $object->add($interval); }

function date_sub(DateTime $object, DateInterval $interval): DateTime {
    if ($interval->isSpecial_()) {
        report_(E_WARNING, "date_sub(): Only non-special relative time specifications are supported for subtraction");
        return $object;
    }
    return $object->sub($interval);
}

function date_timezone_get(DateTimeInterface $object): DateTimeZone|false { return $object->getTimezone(); }
function date_timezone_set(DateTime $object, DateTimeZone $timezone): DateTime { return $object->setTimezone($timezone); }
function date_offset_get(DateTimeInterface $object): int { return $object->getOffset(); }
function date_diff(DateTimeInterface $baseObject, DateTimeInterface $targetObject, bool $absolute = false): DateInterval { return $baseObject->diff($targetObject, $absolute); }
function date_time_set(DateTime $object, int $hour, int $minute, int $second = 0, int $microsecond = 0): DateTime { return $object->setTime($hour, $minute, $second, $microsecond); }
function date_date_set(DateTime $object, int $year, int $month, int $day): DateTime { return $object->setDate($year, $month, $day); }
function date_isodate_set(DateTime $object, int $year, int $week, int $dayOfWeek = 1): DateTime { return $object->setISODate($year, $week, $dayOfWeek); }
function date_timestamp_set(DateTime $object, int $timestamp): DateTime { return $object->setTimestamp($timestamp); }
function date_timestamp_get(DateTimeInterface $object): int { return $object->getTimestamp(); }

function timezone_open(string $timezone): DateTimeZone|false {
    if (str_contains($timezone, "\0")) throw new ValueError("timezone_open(): Argument #1 (\$timezone) must not contain any null bytes");
    try {
        return new DateTimeZone($timezone);
    } catch (DateInvalidTimeZoneException $error) {
        report_(E_WARNING, str_replace("DateTimeZone::__construct()", "timezone_open()", $error->getMessage()));
        return false;
    }
}

function timezone_name_get(DateTimeZone $object): string { return $object->getName(); }
function timezone_offset_get(DateTimeZone $object, DateTimeInterface $datetime): int { return $object->getOffset($datetime); }
function timezone_transitions_get(DateTimeZone $object, int $timestampBegin = PHP_INT_MIN, int $timestampEnd = PHP_INT_MAX): array|false { return $object->getTransitions($timestampBegin, $timestampEnd); }
function timezone_location_get(DateTimeZone $object): array|false { return $object->getLocation(); }

function timezone_identifiers_list(int $timezoneGroup = DateTimeZone::ALL, ?string $countryCode = null): array {
    if ($timezoneGroup === DateTimeZone::PER_COUNTRY && strlen($countryCode ?? "") !== 2) {
        throw new ValueError("timezone_identifiers_list(): Argument #2 (\$countryCode) must be a two-letter ISO 3166-1 compatible country code when argument #1 (\$timezoneGroup) is DateTimeZone::PER_COUNTRY");
    }
    return timezone_names_($timezoneGroup, $countryCode);
}

function date_interval_create_from_date_string(string $datetime): DateInterval|false {
    $made = interval_of_words_($datetime);
    if ($made instanceof DateInterval) {
        if (!$made->absolute_) return $made;
        report_(E_WARNING, "date_interval_create_from_date_string(): String '$datetime' contains non-relative elements");
        return false;
    }
    $at = array_key_first($made);
    report_(E_WARNING, "date_interval_create_from_date_string(): Unknown or bad format ($datetime) at position $at (" . ($datetime[$at] ?? " ") . "): {$made[$at]}");
    return false;
}

function date_interval_format(DateInterval $object, string $format): string { return $object->format($format); }


// Gives an object a property, whose name in a serialized object may say whose it is.
function property_put_(object $object, string|int $name, mixed $value): void {
    if (is_int($name)) return;
    if ($name === "" || $name[0] !== "\0") {
        $object->$name = $value;
        return;
    }
    [, $class, $bare] = explode("\0", $name, 3);
    $put = function () use ($bare, $value) { $this->$bare = $value; };
    Closure::bind($put, $object, $class === "*" ? $object::class : $class)();
}
