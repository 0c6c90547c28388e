<?php
#[Internal]
abstract class ReflectionType implements Stringable {
    #[Internal] protected string $text_;
    #[Internal] protected ?int $class_ = null;

    private function __clone(): void {}

    public static function of_(string $text, ?int $class): ReflectionType {
        $bare = $text;
        if ($text[0] === "?") {
            $bare = substr($text, 1);
            $type = new ReflectionNamedType;
        } elseif (str_contains($text, "|")) {
            $type = new ReflectionUnionType;
        } elseif (str_contains($text, "&")) {
            $type = new ReflectionIntersectionType;
        } else {
            $type = new ReflectionNamedType;
        }
        $type->text_ = $text;
        $type->class_ = $class;
        return $type;
    }

    public function allowsNull(): bool {
        $text = strtolower($this->text_);
        return $text[0] === "?" || $text === "mixed" || $text === "null"
            || in_array("null", explode("|", $text), true);
    }

    public function __toString(): string { return $this->text_; }
}

#[Internal]
class ReflectionNamedType extends ReflectionType {
    public function getName(): string { return ltrim($this->text_, "?"); }

    public function isBuiltin(): bool { return self::builtin_(ltrim($this->text_, "?")); }

    #[Internal] public static function builtin_(string $name): bool {
        return in_array(strtolower($name), [
            "int", "float", "string", "bool", "array", "mixed", "void", "null", "never", "callable",
            "iterable", "object", "false", "true",
        ], true);
    }
}

#[Internal]
class ReflectionUnionType extends ReflectionType {
    public function getTypes(): array {
        $types = [];
        foreach (explode("|", $this->text_) as $part) {
            $types[] = ReflectionType::of_(trim($part, "()"), $this->class_);
        }
        return $types;
    }
}

#[Internal]
class ReflectionIntersectionType extends ReflectionType {
    public function getTypes(): array {
        $types = [];
        foreach (explode("&", $this->text_) as $part) {
            $types[] = ReflectionType::of_($part, $this->class_);
        }
        return $types;
    }
}
