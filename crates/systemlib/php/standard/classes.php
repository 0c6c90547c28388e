<?php
// Classes of the extension `standard` that belong to no other file.

enum RoundingMode {
    case HalfAwayFromZero;
    case HalfTowardsZero;
    case HalfEven;
    case HalfOdd;
    case TowardsZero;
    case AwayFromZero;
    case NegativeInfinity;
    case PositiveInfinity;
}

// The locale of the request. There is one, the language of C, under two names.
final class Locale_ {
    // PHP: letters are those of UTF-8 from the start.
    #[Internal] private static array $names_ = [LC_CTYPE => "C.UTF-8"];
    #[Internal] private static string $extensions_ = ".inc,.php";

    // The endings of files with classes; sets them.
    #[Internal] public static function extensions_(?string $new): ?string {
        if ($new === null) return self::$extensions_;
        self::$extensions_ = $new;
        return null;
    }

    #[Internal] public static function set_(int $category, string $locale): string|false {
        $all = [LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES];
        if ($category !== LC_ALL && !in_array($category, $all, true)) return false;
        if (strlen($locale) >= 255) {
            report_(E_WARNING, "setlocale(): Specified locale name is too long");
            return false;
        }
        if ($locale === "") $locale = "C";
        if ($locale !== "0") {
            if (!in_array($locale, ["C", "POSIX", "C.UTF-8", "C.utf8"], true)) return false;
            $name = $locale === "POSIX" ? "C" : $locale;
            foreach ($category === LC_ALL ? $all : [$category] as $one) self::$names_[$one] = $name;
        }
        if ($category !== LC_ALL) return self::$names_[$category] ?? "C";
        $names = array_map(fn ($one) => self::$names_[$one] ?? "C", $all);
        if (count(array_unique($names)) === 1) return $names[0];
        $shown = "";
        foreach (["LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"] as $at => $name) $shown .= "$name=$names[$at];";
        return $shown . "LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C";
    }
}

function to_object_(mixed $value): object { return (object) $value; }

function const_property_(mixed $object, mixed $name, bool $quiet): mixed {
    if ($quiet && $object === null) return null;
    $name = (string) $name;
    if (!is_object($object) || $object instanceof UnitEnum) return $object->{$name};
    throw new Error("Fetching properties on non-enums in constant expressions is not allowed");
}
