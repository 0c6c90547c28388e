<?php
// The forms that data structures have of their own in serialized texts.
// PHP: they take no number of an object.
final class SerialForm_ {
    public static function fail_(string $data, int $at): never {
        throw new UnexpectedValueException("Error at offset $at of " . strlen($data) . " bytes");
    }

    public static function expect_(string $data, int &$at, string $text): void {
        foreach (str_split($text) as $byte) {
            if (($data[$at] ?? "") !== $byte) self::fail_($data, $at);
            $at++;
        }
    }

    // The value that comes next; its type must be among these.
    public static function value_(string $data, int &$at, string ...$types): mixed {
        $part = unserialize_part_($data, $at);
        if (is_int($part)) self::fail_($data, $part);
        $at = $part[1];
        if ($types && !in_array(gettype($part[0]), $types, true)) self::fail_($data, $at);
        return $part[0];
    }

    // Gives an object properties by their names in a text.
    public static function load_(object $object, array $members): void {
        $own = Reflected_::classOf_($object);
        foreach ($members as $name => $value) {
            $name = (string) $name;
            $class = $own;
            if ($name !== "" && $name[0] === "\0" && ($end = strpos($name, "\0", 1)) !== false) {
                $owner = substr($name, 1, $end - 1);
                $name = substr($name, $end + 1);
                if ($owner !== "*") $class = Reflected_::classOf_($owner) ?? $own;
            }
            Reflected_::setRaw_($object, $class, $name, $value);
        }
    }
}
