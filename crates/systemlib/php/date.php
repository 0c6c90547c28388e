<?php
// Moments and zones. Their arithmetic lies with the extension.

interface DateTimeInterface {
    public const string ATOM = "Y-m-d\\TH:i:sP";
    public const string COOKIE = "l, d-M-Y H:i:s T";
    public const string ISO8601 = "Y-m-d\\TH:i:sO";
    public const string ISO8601_EXPANDED = "X-m-d\\TH:i:sP";
    public const string RFC822 = "D, d M y H:i:s O";
    public const string RFC850 = "l, d-M-y H:i:s T";
    public const string RFC1036 = "D, d M y H:i:s O";
    public const string RFC1123 = "D, d M Y H:i:s O";
    public const string RFC7231 = "D, d M Y H:i:s \\G\\M\\T";
    public const string RFC2822 = "D, d M Y H:i:s O";
    public const string RFC3339 = "Y-m-d\\TH:i:sP";
    public const string RFC3339_EXTENDED = "Y-m-d\\TH:i:s.vP";
    public const string RSS = "D, d M Y H:i:s O";
    public const string W3C = "Y-m-d\\TH:i:sP";

    public function format(string $format): string;
    public function getTimezone(): DateTimeZone|false;
    public function getOffset(): int;
    public function getTimestamp(): int;
    public function getMicrosecond(): int;
    public function diff(DateTimeInterface $targetObject, bool $absolute = false): DateInterval;
    public function __wakeup(): void;
    public function __serialize(): array;
    public function __unserialize(array $data): void;
}

// What both classes of moments have.
trait DateMoment {
    #[Internal] protected ?int $seconds_ = null;
    #[Internal] protected int $micros_ = 0;
    #[Internal] protected string $zone_ = "3:UTC";

    // A moment of what was read; the last errors are those of reading it.
    #[Internal] protected function take_(array $read): bool {
        DateErrors_::note_($read);
        if ($read[6]) return false;
        [$this->seconds_, $this->micros_, $this->zone_] = $read;
        return true;
    }

    #[Internal] protected function of_(int $seconds, int $micros, ?string $zone = null): static {
        $moment = $this instanceof DateTime ? $this : clone $this;
        $moment->seconds_ = $seconds;
        $moment->micros_ = $micros;
        if ($zone !== null) $moment->zone_ = $zone;
        return $moment;
    }

    // Seconds, micros and zone.
    #[Internal] public function moment_(): array {
        if ($this->seconds_ === null) DateErrors_::uninitialized_($this);
        return [$this->seconds_, $this->micros_, $this->zone_];
    }

    #[Internal] public function set_(array $moment): void { [$this->seconds_, $this->micros_, $this->zone_] = $moment; }

    #[Internal] public function shown_(): array {
        $own = get_mangled_object_vars($this);
        if ($this->seconds_ === null) return $own;
        return $own + [
            "date" => date_text_($this->seconds_, $this->micros_, $this->zone_, "x-m-d H:i:s.u"),
            "timezone_type" => (int) $this->zone_[0],
            "timezone" => timezone_text_($this->zone_),
        ];
    }

    #[Internal] public function compare_(object $other): ?int {
        if (!$other instanceof DateTimeInterface) return null;
        if ($this->seconds_ === null || $other->seconds_ === null) throw new DateObjectError("Trying to compare an incomplete DateTime or DateTimeImmutable object");
        [$seconds, $micros] = $this->moment_();
        [$others, $theirs] = $other->moment_();
        return $seconds <=> $others ?: $micros <=> $theirs;
    }

    // What an array of a serialized moment says.
    #[Internal] protected function restore_(array $data): void {
        ["date" => $date, "timezone_type" => $type, "timezone" => $zone] = $data + ["date" => null, "timezone_type" => null, "timezone" => null];
        $isGood = is_string($date) && is_int($type) && is_string($zone) && !str_contains($zone, "\0");
        $place = $isGood && $type >= 1 && $type <= 3 ? timezone_read_($zone) : null;
        if ($place === null || ($type === 3) !== ($place[0] === "3")) {
            throw new Error("Invalid serialization data for " . ($this instanceof DateTime ? "DateTime" : "DateTimeImmutable") . " object");
        }
        $read = date_read_($date, null, $place);
        if ($read[6]) throw new Error("Invalid serialization data for " . ($this instanceof DateTime ? "DateTime" : "DateTimeImmutable") . " object");
        [$this->seconds_, $this->micros_, $this->zone_] = $read;
    }

    public function __construct(string $datetime = "now", ?DateTimeZone $timezone = null) {
        $read = date_read_($datetime, null, $timezone?->zoneOr_() ?? timezone_here_());
        if (!$this->take_($read)) {
            throw new DateMalformedStringException(DateErrors_::text_("", $datetime, $read));
        }
    }

    public function __serialize(): array {
        $this->moment_();
        $shown = $this->shown_();
        return array_intersect_key($shown, ["date" => 1, "timezone_type" => 1, "timezone" => 1]) + $shown;
    }

    public function __unserialize(array $data): void {
        $this->restore_($data);
        unset($data["date"], $data["timezone_type"], $data["timezone"]);
        foreach ($data as $name => $value) {
            property_put_($this, $name, $value);
        }
    }

    public function __wakeup(): void { $this->restore_(get_mangled_object_vars($this)); }

    public function format(string $format): string { return date_text_(...[...$this->moment_(), $format]); }

    public function getTimezone(): DateTimeZone|false { return DateTimeZone::of_($this->moment_()[2]); }
    public function getOffset(): int { return timezone_at_($this->moment_()[2], $this->seconds_)[0]; }
    public function getTimestamp(): int { return $this->moment_()[0]; }
    public function getMicrosecond(): int { return $this->moment_()[1]; }

    public function diff(DateTimeInterface $targetObject, bool $absolute = false): DateInterval {
        $numbers = date_difference_($this->moment_(), $targetObject->moment_());
        if ($absolute) $numbers[7] = 0;
        return DateInterval::of_($numbers);
    }

    #[Internal] protected function moved_(string $modifier): array|false {
        $read = date_moved_(...[...$this->moment_(), $modifier]);
        DateErrors_::note_($read);
        return $read;
    }

    #[Internal] protected function added_(DateInterval $interval, int $sign): array {
        return $interval->addTo_($this->moment_(), $sign);
    }

    #[Internal] protected function fields_(array $change): static {
        $moment = $this->moment_();
        $fields = $change + [...date_parts_($moment[0], $moment[2]), $moment[1]];
        ksort($fields);
        return $this->of_(...date_moment_($fields, $moment[2]));
    }

    #[Internal] protected static function fromFormat_(string $format, string $datetime, ?DateTimeZone $timezone): static|false {
        if (str_contains($datetime, "\0")) throw new ValueError((is_a(static::class, DateTime::class, true) ? "DateTime" : "DateTimeImmutable") . "::createFromFormat(): Argument #2 (\$datetime) must not contain any null bytes");
        $moment = object_new_(static::class);
        $read = date_read_($datetime, $format, $timezone?->zoneOr_() ?? timezone_here_());
        return $moment->take_($read) ? $moment : false;
    }

    #[Internal] protected static function fromMoment_(array $moment): static {
        $made = object_new_(static::class);
        $made->set_($moment);
        return $made;
    }

    #[Internal] protected static function fromTimestamp_(int|float $timestamp, string $class): static {
        if (is_int($timestamp)) return static::fromMoment_([$timestamp, 0, "1:0"]);
        if (!is_finite($timestamp) || $timestamp >= 9223372036854775807.0 || $timestamp < -9223372036854775808.0) {
            $shown = is_finite($timestamp) ? sprintf("%g", $timestamp) : $timestamp;
            throw new DateRangeError("$class::createFromTimestamp(): Argument #1 (\$timestamp) must be a finite number between -9223372036854775808 and 9223372036854775807.999999, $shown given");
        }
        $seconds = (int) floor($timestamp);
        $micros = (int) round(($timestamp - floor($timestamp)) * 1000000);
        if ($micros >= 1000000) {
            $seconds++;
            $micros -= 1000000;
        }
        return static::fromMoment_([$seconds, $micros, "1:0"]);
    }
}

class DateTime implements DateTimeInterface {
    use DateMoment;

    public static function __set_state(array $array): DateTime {
        $moment = object_new_(DateTime::class);
        $moment->restore_($array);
        return $moment;
    }

    public static function createFromImmutable(DateTimeImmutable $object): static { return static::fromMoment_($object->moment_()); }
    public static function createFromInterface(DateTimeInterface $object): DateTime { return static::fromMoment_($object->moment_()); }

    public static function createFromFormat(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTime|false {
        return static::fromFormat_($format, $datetime, $timezone);
    }

    public static function createFromTimestamp(int|float $timestamp): static { return static::fromTimestamp_($timestamp, "DateTime"); }
    public static function getLastErrors(): array|false { return date_get_last_errors(); }

    public function modify(string $modifier): DateTime {
        $read = $this->moved_($modifier);
        if ($read[6]) throw new DateMalformedStringException(DateErrors_::text_("DateTime::modify(): ", $modifier, $read));
        return $this->of_($read[0], $read[1], $read[2]);
    }

    public function add(DateInterval $interval): DateTime { return $this->of_(...$this->added_($interval, 1)); }

    public function sub(DateInterval $interval): DateTime {
        if ($interval->isSpecial_()) throw new DateInvalidOperationException("DateTime::sub(): Only non-special relative time specifications are supported for subtraction");
        return $this->of_(...$this->added_($interval, -1));
    }

    public function setTimezone(DateTimeZone $timezone): DateTime {
        [$seconds, $micros] = $this->moment_();
        return $this->of_($seconds, $micros, $timezone->zone_());
    }

    public function setTime(int $hour, int $minute, int $second = 0, int $microsecond = 0): DateTime {
        return $this->fields_([3 => $hour, $minute, $second, $microsecond]);
    }

    public function setDate(int $year, int $month, int $day): DateTime { return $this->fields_([$year, $month, $day]); }

    public function setISODate(int $year, int $week, int $dayOfWeek = 1): DateTime {
        return $this->fields_([$year, 1, 1 + date_week_day_($year, $week, $dayOfWeek)]);
    }

    public function setTimestamp(int $timestamp): DateTime {
        $this->moment_();
        return $this->of_($timestamp, 0);
    }

    public function setMicrosecond(int $microsecond): static {
        if ($microsecond < 0 || $microsecond > 999999) throw new DateRangeError("DateTime::setMicrosecond(): Argument #1 (\$microsecond) must be between 0 and 999999, $microsecond given");
        return $this->of_($this->moment_()[0], $microsecond);
    }
}

class DateTimeImmutable implements DateTimeInterface {
    use DateMoment;

    public static function __set_state(array $array): DateTimeImmutable {
        $moment = object_new_(DateTimeImmutable::class);
        $moment->restore_($array);
        return $moment;
    }

    public static function createFromFormat(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTimeImmutable|false {
        return static::fromFormat_($format, $datetime, $timezone);
    }

    public static function createFromTimestamp(int|float $timestamp): static { return static::fromTimestamp_($timestamp, "DateTimeImmutable"); }
    public static function getLastErrors(): array|false { return date_get_last_errors(); }

    public function modify(string $modifier): DateTimeImmutable {
        $read = $this->moved_($modifier);
        if ($read[6]) throw new DateMalformedStringException(DateErrors_::text_("DateTimeImmutable::modify(): ", $modifier, $read));
        return $this->of_($read[0], $read[1], $read[2]);
    }

    public function add(DateInterval $interval): DateTimeImmutable { return $this->of_(...$this->added_($interval, 1)); }

    public function sub(DateInterval $interval): DateTimeImmutable {
        if ($interval->isSpecial_()) throw new DateInvalidOperationException("DateTimeImmutable::sub(): Only non-special relative time specifications are supported for subtraction");
        return $this->of_(...$this->added_($interval, -1));
    }

    public function setTimezone(DateTimeZone $timezone): DateTimeImmutable {
        [$seconds, $micros] = $this->moment_();
        return $this->of_($seconds, $micros, $timezone->zone_());
    }

    public function setTime(int $hour, int $minute, int $second = 0, int $microsecond = 0): DateTimeImmutable {
        return $this->fields_([3 => $hour, $minute, $second, $microsecond]);
    }

    public function setDate(int $year, int $month, int $day): DateTimeImmutable { return $this->fields_([$year, $month, $day]); }

    public function setISODate(int $year, int $week, int $dayOfWeek = 1): DateTimeImmutable {
        return $this->fields_([$year, 1, 1 + date_week_day_($year, $week, $dayOfWeek)]);
    }

    public function setTimestamp(int $timestamp): DateTimeImmutable {
        $this->moment_();
        return $this->of_($timestamp, 0);
    }

    public function setMicrosecond(int $microsecond): static {
        if ($microsecond < 0 || $microsecond > 999999) throw new DateRangeError("DateTimeImmutable::setMicrosecond(): Argument #1 (\$microsecond) must be between 0 and 999999, $microsecond given");
        return $this->of_($this->moment_()[0], $microsecond);
    }

    public static function createFromMutable(DateTime $object): static { return static::fromMoment_($object->moment_()); }
    public static function createFromInterface(DateTimeInterface $object): DateTimeImmutable { return static::fromMoment_($object->moment_()); }
}

class DateTimeZone {
    public const int AFRICA = 1;
    public const int AMERICA = 2;
    public const int ANTARCTICA = 4;
    public const int ARCTIC = 8;
    public const int ASIA = 16;
    public const int ATLANTIC = 32;
    public const int AUSTRALIA = 64;
    public const int EUROPE = 128;
    public const int INDIAN = 256;
    public const int PACIFIC = 512;
    public const int UTC = 1024;
    public const int ALL = 2047;
    public const int ALL_WITH_BC = 4095;
    public const int PER_COUNTRY = 4096;

    #[Internal] private ?string $text_ = null;

    #[Internal] public static function of_(string $zone): DateTimeZone {
        $made = object_new_(DateTimeZone::class);
        $made->text_ = $zone;
        return $made;
    }

    #[Internal] public function zoneOr_(): string { return $this->text_ ?? throw new Error("The DateTimeZone object has not been correctly initialized by its constructor"); }
    #[Internal] public function zone_(): string { return $this->text_ ?? DateErrors_::uninitialized_($this); }

    #[Internal] public function shown_(): array {
        $own = get_mangled_object_vars($this);
        if ($this->text_ === null) return $own;
        return $own + ["timezone_type" => (int) $this->text_[0], "timezone" => timezone_text_($this->text_)];
    }

    #[Internal] public function compare_(object $other): ?int {
        if (!$other instanceof DateTimeZone) return null;
        if ($this->text_ === null || $other->text_ === null) throw new DateObjectError("Trying to compare uninitialized DateTimeZone objects");
        if ($this->text_[0] !== $other->text_[0]) throw new DateException("Cannot compare two different kinds of DateTimeZone objects");
        return $this->text_ === $other->text_ ? 0 : 1;
    }

    #[Internal] private function restore_(array $data): void {
        $type = $data["timezone_type"] ?? null;
        $zone = $data["timezone"] ?? null;
        $place = is_int($type) && is_string($zone) && $type >= 1 && $type <= 3 ? timezone_read_($zone) : null;
        if ($place === null || (int) $place[0] !== $type) {
            throw new Error("Invalid serialization data for DateTimeZone object");
        }
        $this->text_ = $place;
    }

    public function __construct(string $timezone) {
        if (str_contains($timezone, "\0")) throw new ValueError("DateTimeZone::__construct(): Argument #1 (\$timezone) must not contain any null bytes");
        $place = timezone_read_($timezone);
        if ($place === null) {
            $isOffset = preg_match('/^[+-]\d/', $timezone) === 1;
            throw new DateInvalidTimeZoneException($isOffset && strlen($timezone) > 3
                ? "DateTimeZone::__construct(): Timezone offset is out of range ($timezone)"
                : "DateTimeZone::__construct(): Unknown or bad timezone ($timezone)");
        }
        $this->text_ = $place;
    }

    public function getName(): string { return timezone_text_($this->zone_()); }

    public function getOffset(DateTimeInterface $datetime): int { return timezone_at_($this->zone_(), $datetime->getTimestamp())[0]; }

    public function getTransitions(int $timestampBegin = PHP_INT_MIN, int $timestampEnd = PHP_INT_MAX): array|false {
        if ($this->zone_()[0] !== "3") return false;
        $all = [];
        foreach (timezone_changes_($this->text_, $timestampBegin, $timestampEnd) as [$at, $offset, $isDst, $abbr]) {
            $all[] = ["ts" => $at, "time" => date_text_($at, 0, "1:0", "Y-m-d\\TH:i:sP"), "offset" => $offset, "isdst" => $isDst, "abbr" => $abbr];
        }
        return $all;
    }

    public function getLocation(): array|false {
        if ($this->zone_()[0] !== "3") return false;
        return ["country_code" => "??", "latitude" => 0.0, "longitude" => 0.0, "comments" => ""];
    }

    public static function listAbbreviations(): array { return timezone_abbreviations_list(); }

    public static function listIdentifiers(int $timezoneGroup = DateTimeZone::ALL, ?string $countryCode = null): array {
        if ($timezoneGroup === DateTimeZone::PER_COUNTRY && strlen($countryCode ?? "") !== 2) {
            throw new ValueError("DateTimeZone::listIdentifiers(): Argument #2 (\$countryCode) must be a two-letter ISO 3166-1 compatible country code when argument #1 (\$timezoneGroup) is DateTimeZone::PER_COUNTRY");
        }
        return timezone_names_($timezoneGroup, $countryCode);
    }

    public function __serialize(): array {
        $this->zone_();
        $shown = $this->shown_();
        return array_intersect_key($shown, ["timezone_type" => 1, "timezone" => 1]) + $shown;
    }

    public function __unserialize(array $data): void {
        $this->restore_($data);
        unset($data["timezone_type"], $data["timezone"]);
        foreach ($data as $name => $value) {
            property_put_($this, $name, $value);
        }
    }

    public function __wakeup(): void { $this->restore_(get_mangled_object_vars($this)); }

    public static function __set_state(array $array): DateTimeZone {
        $made = object_new_(DateTimeZone::class);
        $made->restore_($array);
        return $made;
    }
}

// What reading a text complained about, last.
final class DateErrors_ {
    #[Internal] public static array|false $last_ = false;

    #[Internal] public static function note_(array $read): void {
        [, , , $warnings, $errors, $warned, $failed] = $read;
        self::$last_ = $warned + $failed === 0 ? false
            : ["warning_count" => $warned, "warnings" => $warnings, "error_count" => $failed, "errors" => $errors];
    }

    #[Internal] public static function text_(string $where, string $text, array $read): string {
        $at = array_key_first($read[4]);
        $byte = $text[$at] ?? " ";
        return "{$where}Failed to parse time string ($text) at position $at ($byte): {$read[4][$at]}";
    }

    #[Internal] public static function uninitialized_(object $object): never {
        $class = $object::class;
        foreach (["DateTime", "DateTimeImmutable", "DateTimeZone", "DateInterval", "DatePeriod"] as $base) {
            if ($object instanceof $base) break;
        }
        throw new DateObjectError($class === $base
            ? "Object of type $class has not been correctly initialized by calling parent::__construct() in its constructor"
            : "Object of type $class (inheriting $base) has not been correctly initialized by calling parent::__construct() in its constructor");
    }
}

class DateError extends Error {}
class DateObjectError extends DateError {}
class DateRangeError extends DateError {}
class DateException extends Exception {}
class DateInvalidTimeZoneException extends DateException {}
class DateInvalidOperationException extends DateException {}
class DateMalformedStringException extends DateException {}
class DateMalformedIntervalStringException extends DateException {}
class DateMalformedPeriodStringException extends DateException {}
