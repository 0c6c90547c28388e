<?php
namespace BcMath;

final readonly class Number implements \Stringable {
    #[\Shown("public readonly virtual")] public string $value;
    #[\Shown("public readonly virtual")] public int $scale;

    public function __construct(string|int $num) {
        $text = (string) $num;
        if (!\preg_match('/^[+-]?\d*(\.\d*)?$/D', $text)) throw new \ValueError("BcMath\\Number::__construct(): Argument #1 (\$num) is not well-formed");
        $scale = Number::digits_($text);
        $this->value = \bcadd($text, "0", $scale);
        $this->scale = $scale;
    }

    #[Internal] private static function digits_(string $text): int {
        $at = \strpos($text, ".");
        return $at === false ? 0 : \strlen($text) - $at - 1;
    }

    // A number of a text that is known to be one, with so many digits behind the point.
    #[Internal] private static function of_(string $value, int $scale): Number {
        $digits = Number::digits_($value);
        if ($digits < $scale) $value .= ($digits === 0 ? "." : "") . \str_repeat("0", $scale - $digits);
        if ($digits > $scale) $value = \bcadd($value, "0", $scale);
        $number = \object_new_("BcMath\\Number");
        $number->value = $value;
        $number->scale = $scale;
        return $number;
    }

    // The text of an operand of a method.
    #[Internal] private static function text_(Number|string|int $num, string $method, int $at, string $name): string {
        if ($num instanceof Number) return $num->value;
        $text = (string) $num;
        if (!\preg_match('/^[+-]?\d*(\.\d*)?$/D', $text)) throw new \ValueError("BcMath\\Number::$method(): Argument #$at (\$$name) is not well-formed");
        return $text;
    }

    #[Internal] private static function check_(?int $scale, string $method, int $at = 2): void {
        if ($scale !== null && ($scale < 0 || $scale > 2147483647)) throw new \ValueError("BcMath\\Number::$method(): Argument #$at (\$scale) must be between 0 and 2147483647");
    }

    // A result whose digits behind the point went beyond those of the operand by ten at most.
    #[Internal] private static function grown_(string $value, int $scale): Number {
        $short = \str_contains($value, ".") ? \rtrim(\rtrim($value, "0"), ".") : $value;
        return Number::of_($value, $scale - \min(10, $scale - Number::digits_($short)));
    }

    #[Internal] private static function calculate_(string $operator, string $left, string $right, ?int $scale, ?string $method): Number {
        [$one, $other] = [Number::digits_($left), Number::digits_($right)];
        switch ($operator) {
            case "+": return Number::of_(\bcadd($left, $right, $scale ?? \max($one, $other)), $scale ?? \max($one, $other));
            case "-": return Number::of_(\bcsub($left, $right, $scale ?? \max($one, $other)), $scale ?? \max($one, $other));
            case "*":
                if ($scale === null && $one + $other > 2147483647) throw new \ValueError("scale of the result is too large");
                return Number::of_(\bcmul($left, $right, $scale ?? $one + $other), $scale ?? $one + $other);
            case "/":
                $value = \bcdiv($left, $right, $scale ?? $one + 10);
                return $scale === null ? Number::grown_($value, $one + 10) : Number::of_($value, $scale);
            case "%": return Number::of_(\bcmod($left, $right, $scale ?? \max($one, $other)), $scale ?? \max($one, $other));
        }
        if (\bccomp(\bcmod($right, "1", $other), "0", $other) !== 0) {
            throw new \ValueError($method === null ? "exponent cannot have a fractional part" : "BcMath\\Number::pow(): Argument #1 (\$exponent) exponent cannot have a fractional part");
        }
        $exponent = \bcadd($right, "0", 0);
        if (\strlen(\ltrim($exponent, "-")) > 18) {
            throw new \ValueError($method === null ? "exponent is too large" : "BcMath\\Number::pow(): Argument #1 (\$exponent) exponent is too large");
        }
        $exponent = (int) $exponent;
        if ($scale !== null) return Number::of_(\bcpow($left, (string) $exponent, $scale), $scale);
        if ($exponent < 0) return Number::grown_(\bcpow($left, (string) $exponent, $one + 10), $one + 10);
        if ($one * $exponent > 2147483647) throw new \ValueError("scale of the result is too large");
        return Number::of_(\bcpow($left, (string) $exponent, $one * $exponent), $one * $exponent);
    }

    // What an operator makes of operands of which one is a number; null when it knows them not.
    #[Internal] public static function operate_(string $operator, mixed $left, mixed $right): ?Number {
        $texts = [];
        foreach (["Left" => $left, "Right" => $right] as $side => $operand) {
            if ($operand instanceof Number) $texts[] = $operand->value;
            elseif (\is_int($operand)) $texts[] = (string) $operand;
            elseif (\is_float($operand)) {
                if ($operand != (int) $operand) \report_(E_DEPRECATED, "Implicit conversion from float $operand to int loses precision");
                $texts[] = (string) (int) $operand;
            } elseif (\is_string($operand)) {
                if (!\preg_match('/^[+-]?\d*(\.\d*)?$/D', $operand)) throw new \ValueError("$side string operand cannot be converted to BcMath\\Number");
                $texts[] = $operand;
            } else return null;
        }
        return \in_array($operator, ["+", "-", "*", "/", "%", "**"], true) ? Number::calculate_($operator, $texts[0], $texts[1], null, null) : null;
    }

    // Less, equal or greater, which is also what cannot be ordered; null beside a float.
    #[Internal] public static function order_(mixed $left, mixed $right): ?int {
        $texts = [];
        foreach ([$left, $right] as $side) {
            if ($side instanceof Number) $texts[] = $side->value;
            elseif (\is_int($side) || \is_string($side) && \preg_match('/^[+-]?(\d+(\.\d*)?|\.\d+)$/D', $side)) $texts[] = (string) $side;
            elseif ($side === null || \is_bool($side)) $texts[] = (string) (int) $side;
            else return \is_float($side) ? null : 1;
        }
        return \bccomp($texts[0], $texts[1], \max(Number::digits_($texts[0]), Number::digits_($texts[1])));
    }

    public function add(Number|string|int $num, ?int $scale = null): Number {
        $text = Number::text_($num, "add", 1, "num");
        Number::check_($scale, "add");
        return Number::calculate_("+", $this->value, $text, $scale, "add");
    }

    public function sub(Number|string|int $num, ?int $scale = null): Number {
        $text = Number::text_($num, "sub", 1, "num");
        Number::check_($scale, "sub");
        return Number::calculate_("-", $this->value, $text, $scale, "sub");
    }

    public function mul(Number|string|int $num, ?int $scale = null): Number {
        $text = Number::text_($num, "mul", 1, "num");
        Number::check_($scale, "mul");
        return Number::calculate_("*", $this->value, $text, $scale, "mul");
    }

    public function div(Number|string|int $num, ?int $scale = null): Number {
        $text = Number::text_($num, "div", 1, "num");
        Number::check_($scale, "div");
        return Number::calculate_("/", $this->value, $text, $scale, "div");
    }

    public function mod(Number|string|int $num, ?int $scale = null): Number {
        $text = Number::text_($num, "mod", 1, "num");
        Number::check_($scale, "mod");
        return Number::calculate_("%", $this->value, $text, $scale, "mod");
    }

    public function divmod(Number|string|int $num, ?int $scale = null): array {
        $text = Number::text_($num, "divmod", 1, "num");
        Number::check_($scale, "divmod");
        $scale ??= \max($this->scale, Number::digits_($text));
        [$quotient, $rest] = \bcdivmod($this->value, $text, $scale);
        return [Number::of_($quotient, 0), Number::of_($rest, $scale)];
    }

    public function powmod(Number|string|int $exponent, Number|string|int $modulus, ?int $scale = null): Number {
        $power = Number::text_($exponent, "powmod", 1, "exponent");
        $divisor = Number::text_($modulus, "powmod", 2, "modulus");
        Number::check_($scale, "powmod", 3);
        $isWhole = fn (string $text) => \bccomp(\bcmod($text, "1", \strlen($text)), "0", \strlen($text)) === 0;
        if (!$isWhole($this->value)) throw new \ValueError("Base number cannot have a fractional part");
        if (!$isWhole($power)) throw new \ValueError("BcMath\\Number::powmod(): Argument #1 (\$exponent) cannot have a fractional part");
        if (\bccomp($power, "0") < 0) throw new \ValueError("BcMath\\Number::powmod(): Argument #1 (\$exponent) must be greater than or equal to 0");
        if (!$isWhole($divisor)) throw new \ValueError("BcMath\\Number::powmod(): Argument #2 (\$modulus) cannot have a fractional part");
        if (\bccomp($divisor, "0") === 0) throw new \DivisionByZeroError("Modulo by zero");
        $whole = fn (string $text) => \bcadd($text, "0", 0);
        return Number::of_(\bcpowmod($whole($this->value), $whole($power), $whole($divisor), $scale ?? 0), $scale ?? 0);
    }

    public function pow(Number|string|int $exponent, ?int $scale = null): Number {
        $text = Number::text_($exponent, "pow", 1, "exponent");
        Number::check_($scale, "pow");
        return Number::calculate_("**", $this->value, $text, $scale, "pow");
    }

    public function sqrt(?int $scale = null): Number {
        Number::check_($scale, "sqrt", 1);
        if (\bccomp($this->value, "0", $this->scale) < 0) throw new \ValueError("Base number must be greater than or equal to 0");
        $value = \bcsqrt($this->value, $scale ?? $this->scale + 10);
        return $scale === null ? Number::grown_($value, $this->scale + 10) : Number::of_($value, $scale);
    }

    public function floor(): Number { return Number::of_(\bcfloor($this->value), 0); }
    public function ceil(): Number { return Number::of_(\bcceil($this->value), 0); }

    public function round(int $precision = 0, \RoundingMode $mode = \RoundingMode::HalfAwayFromZero): Number {
        if ($precision > 2147483647) {
            throw new \ValueError("BcMath\\Number::round(): Argument #1 (\$precision) must be between " . \PHP_INT_MIN . " and 2147483647");
        }
        $value = \bcround($this->value, $precision, $mode);
        return Number::of_($value, Number::digits_($value));
    }

    public function compare(Number|string|int $num, ?int $scale = null): int {
        $text = Number::text_($num, "compare", 1, "num");
        Number::check_($scale, "compare");
        return \bccomp($this->value, $text, $scale ?? \max($this->scale, Number::digits_($text)));
    }

    public function __toString(): string { return $this->value; }
    public function __serialize(): array { return ["value" => $this->value]; }

    public function __unserialize(array $data): void {
        $value = $data["value"] ?? null;
        if (!\is_string($value) || $value === "" || !\preg_match('/^[+-]?\d*(\.\d*)?$/D', $value)) throw new \Exception("Invalid serialization data for BcMath\\Number object");
        if (isset($this->value)) throw new \Error("Cannot modify readonly property BcMath\\Number::\$value");
        $this->scale = Number::digits_($value);
        $this->value = \bcadd($value, "0", $this->scale);
    }
}
