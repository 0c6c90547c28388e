<?php
// How the classes of reflection ask the engine. Classes and functions go by their numbers.
#[Internal]
final class Reflected_ {
    #[Native] public static function classOf_(object|string $of): ?int {}
    #[Native] public static function class_(int $class): array {}
    #[Native] public static function isA_(int $class, int $other): bool {}
    #[Native] public static function methods_(int $class): array {}
    #[Native] public static function method_(int $class, string $folded): ?array {}
    #[Native] public static function consts_(int $class): array {}
    #[Native] public static function const_(int $class, string $name): ?array {}
    #[Native] public static function constValue_(int $class, string $name): mixed {}
    #[Native] public static function new_(int $class): object {}
    #[Native] public static function extensionOf_(string $function): ?string {}
    #[Native] public static function isDeprecated_(string $constant): bool {}
    #[Native] public static function props_(int $class): array {}
    #[Native] public static function prop_(int $class, string $name): ?array {}
    #[Native] public static function funcNamed_(string $name): ?int {}
    #[Native] public static function funcOf_(Closure $closure): ?int {}
    #[Native] public static function func_(int $func): array {}
    #[Native] public static function closure_(int $func, ?object $this_, ?int $class): Closure {}
    #[Native] public static function closureFacts_(Closure $closure): array {}
    #[Native] public static function statics_(int $func, ?Closure $closure): array {}
    #[Native] public static function run_(int $func): mixed {}
    #[Native] public static function evaluate_(string $code, ?int $class, int $func): mixed {}
    #[Native] public static function generator_(Generator $generator): ?array {}
    #[Native] public static function generatorTrace_(Generator $generator, bool $objects): array {}
    #[Native] public static function fiber_(Fiber $fiber): ?array {}
    #[Native] public static function fiberTrace_(Fiber $fiber, int $options): ?array {}
    #[Native] public static function refId_(array $array, int|string $key): int|false|null {}
    #[Native] public static function get_(object $object, int $scope, string $name): mixed {}
    #[Native] public static function set_(object $object, int $scope, string $name, mixed $value): void {}
    #[Native] public static function isSet_(object $object, int $class, string $name): ?bool {}
    #[Native] public static function getRaw_(object $object, int $class, string $name): mixed {}
    #[Native] public static function setRaw_(object $object, int $class, string $name, mixed $value): void {}
    #[Native] public static function put_(object $object, int $class, string $name, mixed $value): void {}
    #[Native] public static function cut_(object $object, int $class, string $name): void {}
    #[Native] public static function uninit_(object $object, int $class, string $name): void {}
    #[Native] public static function lazyMake_(int $class, ?object $object, bool $proxy, callable $initializer, int $options): object {}
    #[Native] public static function lazyIs_(object $object): bool {}
    #[Native] public static function lazyStart_(object $object, bool $runs): object {}
    #[Native] public static function lazyInitializer_(object $object): mixed {}
    #[Native] public static function lazySlot_(object $object, int $class, string $name): bool {}
    #[Native] public static function lazySkip_(object $object, int $class, string $name): void {}
    #[Native] public static function lazySetRaw_(object $object, int $class, string $name, mixed $value): void {}
    #[Native] public static function staticGet_(int $class, string $name): mixed {}
    #[Native] public static function staticIsSet_(int $class, string $name): bool {}
    #[Native] public static function staticSet_(int $class, string $name, mixed $value): void {}

    // A value that may need code, as facts tell it.
    public static function value_(array $init): mixed {
        return $init[0] ? self::run_($init[1]) : $init[1];
    }

    public static function type_(?string $text, ?int $class): ?ReflectionType {
        return $text === null ? null : ReflectionType::of_($text, $class);
    }

    // The attributes of a place that a filter of getAttributes() keeps.
    public static function attributes_(array $rows, int $target, ?string $name, int $flags, string $method): array {
        if ($flags & ~2) {
            throw new ValueError("$method(): Argument #2 (\$flags) must be a valid attribute filter flag");
        }
        $base = null;
        if ($name !== null && $flags & 2) {
            $base = self::classOf_($name);
            if ($base === null) throw new Error("Class \"$name\" not found");
        }
        $counts = [];
        foreach ($rows as $row) {
            $folded = strtolower($row[0]);
            $counts[$folded] = ($counts[$folded] ?? 0) + 1;
        }
        $found = [];
        foreach ($rows as $row) {
            if ($base !== null) {
                $class = self::classOf_($row[0]);
                if ($class === null || !self::isA_($class, $base)) continue;
            } elseif ($name !== null && strcasecmp(ltrim($name, "\\"), $row[0]) !== 0) {
                continue;
            }
            $found[] = ReflectionAttribute::of_($row, $target, $counts[strtolower($row[0])] > 1);
        }
        return $found;
    }
}

class ReflectionException extends Exception {}

interface Reflector extends Stringable {}

class Reflection {
    public static function getModifierNames(int $modifiers): array {
        $names = [];
        if ($modifiers & 64) $names[] = "abstract";
        if ($modifiers & 32) $names[] = "final";
        if ($modifiers & 512) $names[] = "virtual";
        if ($modifiers & 1) $names[] = "public";
        elseif ($modifiers & 4) $names[] = "private";
        elseif ($modifiers & 2) $names[] = "protected";
        if ($modifiers & 16) $names[] = "static";
        if ($modifiers & 65664) $names[] = "readonly";
        return $names;
    }
}

enum PropertyHookType: string {
    case Get = "get";
    case Set = "set";
}
