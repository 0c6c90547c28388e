<?php
// Intervals and periods.

class DateInterval {
    #[Unshown] public $y;
    #[Unshown] public $m;
    #[Unshown] public $d;
    #[Unshown] public $h;
    #[Unshown] public $i;
    #[Unshown] public $s;
    #[Unshown] public $f;
    #[Unshown] public $invert;
    #[Unshown] public $days;
    #[Unshown] public $from_string;

    #[Internal] private ?string $words_ = null;
    #[Internal] private bool $special_ = false;
    #[Internal] public bool $absolute_ = false;
    #[Internal] private bool $isMade_ = false;

    #[Internal] private function fill_(array $numbers): void {
        [$this->y, $this->m, $this->d, $this->h, $this->i, $this->s] = $numbers;
        $this->f = $numbers[6] / 1000000.0;
        $this->invert = $numbers[7] ?? 0;
        $this->days = $numbers[8] ?? false;
        $this->from_string = false;
        $this->isMade_ = true;
    }

    #[Internal] public static function of_(array $numbers): DateInterval {
        $made = object_new_(DateInterval::class);
        $made->fill_($numbers);
        return $made;
    }

    #[Internal] public function isSpecial_(): bool {
        $this->check_();
        return $this->special_;
    }

    #[Internal] public function check_(): void { if (!$this->isMade_) DateErrors_::uninitialized_($this); }

    #[Internal] public function numbers_(int $sign): array {
        $this->check_();
        if ($this->invert) $sign = -$sign;
        return [$sign * $this->y, $sign * $this->m, $sign * $this->d, $sign * $this->h, $sign * $this->i, $sign * $this->s, $sign * (int) round($this->f * 1000000)];
    }

    // A moment so much later, or earlier.
    #[Internal] public function addTo_(array $moment, int $sign): array {
        $this->check_();
        if ($this->special_) return array_slice(date_shifted_(...[...$moment, $this->words_]), 0, 2);
        return date_added_($moment, $this->numbers_($sign), !$this->from_string);
    }

    #[Internal] public function shown_(): array {
        $own = get_mangled_object_vars($this);
        if (!$this->isMade_) return array_filter($own, fn ($value) => $value !== null);
        if (!$this->from_string) return $own;
        unset($own["y"], $own["m"], $own["d"], $own["h"], $own["i"], $own["s"], $own["f"], $own["invert"], $own["days"]);
        return $own + ["date_string" => $this->words_];
    }

    #[Internal] public function compare_(object $other): ?int {
        if (!$other instanceof DateInterval) return null;
        report_(E_WARNING, "Cannot compare DateInterval objects");
        return null;
    }

    public function __construct(string $duration) {
        $numbers = interval_of_($duration);
        if ($numbers === null) throw new DateMalformedIntervalStringException((str_contains($duration, "/") ? "Failed to parse interval ($duration)" : "Unknown or bad format ($duration)"));
        $this->fill_($numbers);
    }

    public static function createFromDateString(string $datetime): DateInterval {
        $made = interval_of_words_($datetime);
        if (is_array($made)) {
            $at = array_key_first($made);
            $byte = $datetime[$at] ?? " ";
            throw new DateMalformedIntervalStringException("Unknown or bad format ($datetime) at position $at ($byte): {$made[$at]}");
        }
        if ($made->absolute_) throw new DateMalformedIntervalStringException("String '$datetime' contains non-relative elements");
        return $made;
    }

    #[Internal] public static function ofWords_(string $words, array $numbers): DateInterval {
        $made = self::of_(array_slice($numbers, 0, 7));
        $made->words_ = $words;
        $made->special_ = $numbers[7];
        $made->absolute_ = $numbers[9];
        $made->from_string = true;
        return $made;
    }

    public function format(string $format): string {
        $this->check_();
        $micros = (int) round($this->f * 1000000);
        $out = "";
        for ($at = 0, $end = strlen($format); $at < $end; $at++) {
            if ($format[$at] !== "%") {
                $out .= $format[$at];
                continue;
            }
            if (++$at >= $end) break;
            $out .= match ($format[$at]) {
                "Y", "y" => $format[$at] === "Y" ? sprintf("%02d", $this->y) : (int) $this->y,
                "M" => sprintf("%02d", $this->m), "m" => (int) $this->m,
                "D" => sprintf("%02d", $this->d), "d" => (int) $this->d,
                "H" => sprintf("%02d", $this->h), "h" => (int) $this->h,
                "I" => sprintf("%02d", $this->i), "i" => (int) $this->i,
                "S" => sprintf("%02d", $this->s), "s" => (int) $this->s,
                "F" => sprintf("%06d", $micros), "f" => $micros,
                "a" => $this->days === false ? "(unknown)" : (int) $this->days,
                "r" => $this->invert ? "-" : "",
                "R" => $this->invert ? "-" : "+",
                "%" => "%",
                default => "%" . $format[$at],
            };
        }
        return $out;
    }

    public function __serialize(): array {
        $this->check_();
        return $this->shown_();
    }

    #[Internal] private function restore_(array $data): void {
        if (($data["from_string"] ?? false) && is_string($data["date_string"] ?? null)) {
            $made = interval_of_words_($data["date_string"]);
            if (is_array($made)) throw new Error("Unknown or bad format ({$data["date_string"]}) at position " . array_key_first($made) . " (" . ($data["date_string"][array_key_first($made)] ?? "\0") . ") while unserializing: " . reset($made));
            foreach (["y", "m", "d", "h", "i", "s", "f", "invert", "days"] as $name) $this->$name = $made->$name;
            $this->words_ = $data["date_string"];
            $this->special_ = $made->special_;
            $this->from_string = true;
            $this->isMade_ = true;
            return;
        }
        $number = fn (string $name) => (int) ($data[$name] ?? 0);
        $this->fill_([$number("y"), $number("m"), $number("d"), $number("h"), $number("i"), $number("s"), 0]);
        $this->f = (float) ($data["f"] ?? 0);
        $this->invert = ($data["invert"] ?? 0) ? 1 : 0;
        $days = $data["days"] ?? false;
        $this->days = $days === false ? false : (int) $days;
    }

    public function __unserialize(array $data): void {
        $this->restore_($data);
        foreach ($data as $name => $value) {
            if (in_array($name, ["y", "m", "d", "h", "i", "s", "f", "invert", "days", "from_string", "date_string"], true)) continue;
            property_put_($this, $name, $value);
        }
    }

    public function __wakeup(): void { if (!$this->isMade_) $this->restore_(get_object_vars($this)); }

    public static function __set_state(array $array): DateInterval {
        $made = object_new_(DateInterval::class);
        $made->restore_($array);
        return $made;
    }
}

class DatePeriod implements IteratorAggregate {
    public const int EXCLUDE_START_DATE = 1;
    public const int INCLUDE_END_DATE = 2;

    #[Shown("public")] public readonly ?DateTimeInterface $start;
    #[Shown("public")] public readonly ?DateTimeInterface $current;
    #[Shown("public")] public readonly ?DateTimeInterface $end;
    #[Shown("public")] public readonly ?DateInterval $interval;
    #[Shown("public")] public readonly int $recurrences;
    #[Shown("public")] public readonly bool $include_start_date;
    #[Shown("public")] public readonly bool $include_end_date;

    #[Internal] private function fill_(DateTimeInterface $start, DateInterval $interval, ?DateTimeInterface $end, int $recurrences, int $options): void {
        $this->start = clone $start;
        $this->current = null;
        $this->end = $end === null ? null : clone $end;
        $this->interval = clone $interval;
        $this->include_start_date = !($options & 1);
        $this->include_end_date = (bool) ($options & 2);
        $this->recurrences = $recurrences + (int) $this->include_start_date + (int) ($this->include_end_date);
    }

    #[Internal] private function fromText_(string $text, int $options, string $where): void {
        $parts = explode("/", $text);
        $recurrences = null;
        $start = $interval = $end = null;
        foreach ($parts as $part) {
            if (preg_match('/^R(\d+)$/', $part, $found)) {
                $recurrences = (int) $found[1];
            } elseif (str_starts_with($part, "P")) {
                $numbers = interval_of_($part);
                if ($numbers === null) throw new DateMalformedPeriodStringException("Unknown or bad format ($text)");
                $interval = DateInterval::of_($numbers);
            } elseif (preg_match('/^\d{4}-?\d\d-?\d\dT\d\d:?\d\d:?\d\dZ?$/', $part)) {
                $moment = $where[10] === ":" && str_contains($where, "createFrom") ? new DateTimeImmutable($part, new DateTimeZone("+00:00")) : new DateTime($part, new DateTimeZone("+00:00"));
                $moment->set_([$moment->getTimestamp(), 0, "1:0"]);
                if ($start === null) $start = $moment; else $end = $moment;
            } else {
                throw new DateMalformedPeriodStringException("Unknown or bad format ($text)");
            }
        }
        if ($start === null) throw new DateMalformedPeriodStringException("$where: ISO interval must contain a start date, \"$text\" given");
        if ($interval === null) throw new DateMalformedPeriodStringException("$where: ISO interval must contain an interval, \"$text\" given");
        if ($end === null && $recurrences === null) throw new DateMalformedPeriodStringException("$where: ISO interval must contain an end date or a recurrence count, \"$text\" given");
        if ($end === null && $recurrences < 1) throw new DateMalformedPeriodStringException("$where: Recurrence count must be greater or equal to 1 and lower than 2147483640");
        $this->fill_($start, $interval, $end, $recurrences ?? 0, $options);
    }

    public static function createFromISO8601String(string $specification, int $options = 0): static {
        $made = object_new_(static::class);
        $made->fromText_($specification, $options, "DatePeriod::createFromISO8601String()");
        return $made;
    }

    public function __construct(#[Required] $start = null, #[Unknown] $interval = null, #[Unknown] $end = null, #[Unknown] $options = null) {
        $args = func_get_args();
        if (is_string($start)) {
            report_(E_DEPRECATED, 'Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead');
            if (isset($args[1]) && !is_int($args[1])) throw new TypeError("DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments");
            $this->fromText_($start, $args[1] ?? 0, "DatePeriod::__construct()");
            return;
        }
        $end = $args[2] ?? null;
        if (count($args) < 2 || !$start instanceof DateTimeInterface || !($args[1] ?? null) instanceof DateInterval || !($end instanceof DateTimeInterface || is_int($end))) {
            throw new TypeError("DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments");
        }
        if (is_int($end) && ($end < 1 || $end > 2147483639)) {
            throw new DateMalformedPeriodStringException("DatePeriod::__construct(): Recurrence count must be greater or equal to 1 and lower than 2147483640");
        }
        $this->fill_($start, $interval, is_int($end) ? null : $end, is_int($end) ? $end : 0, $args[3] ?? 0);
    }

    #[Internal] private function check_(): void { if (!isset($this->start)) DateErrors_::uninitialized_($this); }

    public function getStartDate(): DateTimeInterface {
        $this->check_();
        return clone $this->start;
    }

    public function getEndDate(): ?DateTimeInterface {
        $this->check_();
        return $this->end === null ? null : clone $this->end;
    }

    public function getDateInterval(): DateInterval {
        $this->check_();
        return clone $this->interval;
    }

    public function getRecurrences(): ?int {
        $this->check_();
        $count = $this->recurrences - (int) $this->include_start_date - (int) $this->include_end_date;
        return $count === 0 ? null : $count;
    }

    public function getIterator(): Iterator {
        $this->check_();
        return InternalIterator::of_($this);
    }

    #[Internal] public function iterate_(): Iterator {
        $this->check_();
        return $this->moments_();
    }

    #[Internal] private function moments_(): Generator {
        $moment = $this->start->moment_();
        $at = 0;
        if (!$this->include_start_date) $moment = $this->later_($moment);
        for (; $this->goesOn_($moment, $at); $at++) {
            $current = clone $this->start;
            $current->set_($moment);
            yield $at => $current;
            $moment = $this->later_($moment);
        }
    }

    #[Internal] private function later_(array $moment): array {
        $numbers = $this->interval->numbers_(1);
        $next = $this->interval->isSpecial_() ? $this->interval->addTo_($moment, 1) : date_added_($moment, $numbers, false);
        return [$next[0], $next[1], $moment[2]];
    }

    #[Internal] private function goesOn_(array $moment, int $at): bool {
        if ($this->end === null) return $at < $this->recurrences;
        [$seconds, $micros] = $this->end->moment_();
        $order = $moment[0] <=> $seconds ?: $moment[1] <=> $micros;
        return $this->include_end_date ? $order <= 0 : $order < 0;
    }

    public function __serialize(): array {
        $this->check_();
        return get_mangled_object_vars($this);
    }

    #[Internal] private function restore_(array $data): void {
        $isMoment = fn ($value) => $value === null || $value instanceof DateTimeInterface;
        if (!($data["start"] ?? null) instanceof DateTimeInterface || !$isMoment($data["end"] ?? null) || !$isMoment($data["current"] ?? null)
            || !($data["interval"] ?? null) instanceof DateInterval || !is_int($data["recurrences"] ?? null) || $data["recurrences"] < 0
            || !is_bool($data["include_start_date"] ?? null) || !is_bool($data["include_end_date"] ?? false)) {
            throw new Error("Invalid serialization data for DatePeriod object");
        }
        $this->start = clone $data["start"];
        $this->current = $data["current"] ?? null;
        $this->end = isset($data["end"]) ? clone $data["end"] : null;
        $this->interval = clone $data["interval"];
        $this->recurrences = $data["recurrences"];
        $this->include_start_date = $data["include_start_date"];
        $this->include_end_date = $data["include_end_date"] ?? false;
    }

    public function __unserialize(array $data): void { $this->restore_($data); }
    // PHP: what a period was made of is not among its properties.
    public function __wakeup(): void { throw new Error("Invalid serialization data for DatePeriod object"); }

    public static function __set_state(array $array): DatePeriod {
        $made = object_new_(DatePeriod::class);
        $made->restore_($array);
        return $made;
    }
}
