<?php
namespace Random;

interface Engine {
    public function generate(): string;
}

interface CryptoSafeEngine extends Engine {}

class RandomError extends \Error {}

class BrokenRandomEngineError extends RandomError {}

class RandomException extends \Exception {}

enum IntervalBoundary {
    case ClosedOpen;
    case ClosedClosed;
    case OpenClosed;
    case OpenOpen;
}

final class Randomizer {
    #[\Internal] private function uncloneable_(): void {}
    public readonly Engine $engine;

    public function __construct(?Engine $engine = null) { $this->engine = $engine ?? new Engine\Secure(); }

    #[Internal] private function next_(): string {
        $bytes = $this->engine->generate();
        if ($bytes === "") throw new BrokenRandomEngineError("A random engine must return a non-empty string");
        return \strlen($bytes) > 8 ? \substr($bytes, 0, 8) : $bytes;
    }

    // A number from 0 to $most, which counts without a sign.
    #[Internal] private function within_(int $most): int {
        $need = $most >= 0 && $most <= 0xffffffff ? 4 : 8;
        for ($attempt = 0; $attempt <= 50; $attempt++) {
            $bytes = $this->next_();
            while (\strlen($bytes) < $need) $bytes .= $this->next_();
            $found = \random_within_($bytes, $most);
            if ($found !== null) return $found;
        }
        throw new BrokenRandomEngineError("Failed to generate an acceptable random number in 50 attempts");
    }

    #[Internal] private function refuse_(string $method, int $at, string $name, string $rule): never {
        throw new \ValueError("Random\\Randomizer::$method(): Argument #$at (\$$name) $rule");
    }

    public function nextInt(): int {
        return \unpack("P", \str_pad($this->next_(), 8, "\0"))[1] >> 1 & PHP_INT_MAX;
    }

    public function nextFloat(): float {
        $bytes = $this->next_();
        while (\strlen($bytes) < 8) $bytes .= $this->next_();
        return (\unpack("P", \substr($bytes, 0, 8))[1] >> 11 & 0x1fffffffffffff) / 9007199254740992.0;
    }

    public function getFloat(float $min, float $max, IntervalBoundary $boundary = IntervalBoundary::ClosedOpen): float {
        if (!\is_finite($min)) $this->refuse_("getFloat", 1, "min", "must be finite");
        if (!\is_finite($max)) $this->refuse_("getFloat", 2, "max", "must be finite");
        $isClosed = $boundary === IntervalBoundary::ClosedClosed;
        if ($isClosed ? $max < $min : $max <= $min) {
            $this->refuse_("getFloat", 2, "max", ($isClosed ? "must be greater than or equal to" : "must be greater than") . " argument #1 (\$min)");
        }
        $steps = \random_steps_($min, $max);
        [$ends, $first, $less] = match ($boundary) {
            IntervalBoundary::ClosedOpen => [0, 1, 1],
            IntervalBoundary::ClosedClosed => [1, 0, 0],
            IntervalBoundary::OpenClosed => [2, 0, 1],
            IntervalBoundary::OpenOpen => [3, 1, 2],
        };
        if ($steps >= 0 && $steps < $less) {
            if ($ends === 3) throw new \ValueError("The given interval is empty, there are no floats between argument #1 (\$min) and argument #2 (\$max).");
            return NAN;
        }
        return \random_float_($min, $max, $first + $this->within_($steps - $less), $steps, $ends);
    }

    public function getInt(int $min, int $max): int {
        if ($max < $min) $this->refuse_("getInt", 2, "max", "must be greater than or equal to argument #1 (\$min)");
        if ($this->engine instanceof Engine\Mt19937 && $this->engine->isLegacy_()) {
            return \random_scaled_(\unpack("V", $this->next_())[1], $min, $max);
        }
        return $this->range_($min, $max);
    }

    #[Internal] private function range_(int $min, int $max): int {
        return \random_sum_($min, $this->within_(\random_sum_($max, ~$min, 1)));
    }

    public function getBytes(int $length): string {
        if ($length < 1) $this->refuse_("getBytes", 1, "length", "must be greater than 0");
        $bytes = "";
        while (\strlen($bytes) < $length) $bytes .= $this->next_();
        return \substr($bytes, 0, $length);
    }

    public function getBytesFromString(string $string, int $length): string {
        $count = \strlen($string);
        if ($count < 1) $this->refuse_("getBytesFromString", 1, "string", "must not be empty");
        if ($length < 1) $this->refuse_("getBytesFromString", 2, "length", "must be greater than 0");
        $result = "";
        if ($count > 256) {
            while (\strlen($result) < $length) $result .= $string[$this->within_($count - 1)];
            return $result;
        }
        $mask = $count - 1;
        $mask |= $mask >> 1;
        $mask |= $mask >> 2;
        $mask |= $mask >> 4;
        $failures = 0;
        $taken = 0;
        while ($taken < $length) {
            $bytes = $this->next_();
            for ($at = 0; $at < \strlen($bytes) && $taken < $length; $at++) {
                $offset = \ord($bytes[$at]) & $mask;
                if ($offset >= $count) {
                    if (++$failures > 50) throw new BrokenRandomEngineError("Failed to generate an acceptable random number in 50 attempts");
                    continue;
                }
                $failures = 0;
                $result .= $string[$offset];
                $taken++;
            }
        }
        return $result;
    }

    public function shuffleArray(array $array): array {
        $array = \array_values($array);
        for ($left = \count($array) - 1; $left > 0; $left--) {
            $other = $this->range_(0, $left);
            [$array[$left], $array[$other]] = [$array[$other], $array[$left]];
        }
        return $array;
    }

    public function shuffleBytes(string $bytes): string {
        for ($left = \strlen($bytes) - 1; $left > 0; $left--) {
            $other = $this->range_(0, $left);
            $byte = $bytes[$left];
            $bytes[$left] = $bytes[$other];
            $bytes[$other] = $byte;
        }
        return $bytes;
    }

    public function pickArrayKeys(array $array, int $num): array {
        $count = \count($array);
        if ($count === 0) $this->refuse_("pickArrayKeys", 1, "array", "must not be empty");
        if ($num < 1 || $num > $count) $this->refuse_("pickArrayKeys", 2, "num", "must be between 1 and the number of elements in argument #1 (\$array)");
        $keys = \array_keys($array);
        if ($num === 1) return [$keys[$this->range_(0, $count - 1)]];
        $leavesOut = $num > $count >> 1;
        $marked = [];
        $failures = 0;
        for ($open = $leavesOut ? $count - $num : $num; $open > 0;) {
            $at = $this->range_(0, $count - 1);
            if (!isset($marked[$at])) {
                $marked[$at] = true;
                $open--;
                $failures = 0;
            } elseif (++$failures > 50) {
                throw new BrokenRandomEngineError("Failed to generate an acceptable random number in 50 attempts");
            }
        }
        $picked = [];
        foreach ($keys as $at => $key) {
            if (isset($marked[$at]) !== $leavesOut) $picked[] = $key;
        }
        return $picked;
    }

    public function __serialize(): array { return [["engine" => $this->engine]]; }

    public function __unserialize(array $data): void {
        $engine = \count($data) === 1 && \is_array($data[0] ?? null) ? $data[0]["engine"] ?? null : null;
        if (isset($this->engine) || !$engine instanceof Engine || \count($data[0]) !== 1) {
            throw new \Exception("Invalid serialization data for Random\\Randomizer object");
        }
        $this->engine = $engine;
    }
}
