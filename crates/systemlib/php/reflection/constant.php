<?php
#[Internal]
class ReflectionClassConstant implements Reflector {
    const int IS_PUBLIC = 1;
    const int IS_PROTECTED = 2;
    const int IS_PRIVATE = 4;
    const int IS_FINAL = 32;

    public string $name;
    public string $class;
    #[Internal] protected array $row_;

    private function __clone(): void {}

    public function __construct(object|string $class, string $constant) {
        $on = Reflected_::classOf_($class);
        if ($on === null) throw new ReflectionException("Class \"$class\" does not exist", -1);
        $row = Reflected_::const_($on, $constant);
        if ($row === null) {
            throw new ReflectionException("Constant " . Reflected_::class_($on)["name"] . "::$constant does not exist");
        }
        $this->fill_($row);
    }

    #[Internal] protected function fill_(array $row): void {
        $this->row_ = $row;
        $this->name = $row["name"];
        $this->class = Reflected_::class_($row["class"])["name"];
    }

    #[Internal] public static function of_(array $row): ReflectionClassConstant {
        $made = Reflected_::new_(Reflected_::classOf_(ReflectionClassConstant::class));
        $made->fill_($row);
        return $made;
    }

    public function getName(): string { return $this->name; }
    public function getValue(): mixed { return Reflected_::constValue_($this->row_["class"], $this->name); }
    public function isPublic(): bool { return (bool) ($this->row_["modifiers"] & 1); }
    public function isPrivate(): bool { return (bool) ($this->row_["modifiers"] & 4); }
    public function isProtected(): bool { return (bool) ($this->row_["modifiers"] & 2); }
    public function isFinal(): bool { return (bool) ($this->row_["modifiers"] & 32); }
    public function isDeprecated(): bool {
        foreach ($this->row_["attributes"] ?? [] as $attribute) {
            if (strcasecmp($attribute[0], "Deprecated") === 0) return true;
        }
        return $this->row_["deprecated"];
    }
    public function isEnumCase(): bool { return $this->row_["case"]; }
    public function getModifiers(): int { return $this->row_["modifiers"] & 39; }
    public function getDeclaringClass(): ReflectionClass { return ReflectionClass::plain_($this->row_["class"]); }
    public function getDocComment(): string|false { return $this->row_["doc"] ?? false; }
    public function hasType(): bool { return isset($this->row_["type"]); }
    public function getType(): ?ReflectionType { return Reflected_::type_($this->row_["type"] ?? null, $this->row_["class"]); }

    public function getAttributes(?string $name = null, int $flags = 0): array {
        return Reflected_::attributes_($this->row_["attributes"] ?? [], 16, $name, $flags,
            "ReflectionClassConstant::getAttributes");
    }

    #[Internal] public function text_(string $indent): string {
        $text = $this->getDocComment() === false ? "" : $indent . $this->getDocComment() . "\n";
        $value = $this->getValue();
        $type = $this->row_["type"] ?? get_debug_type($value);
        if (is_object($value) && !isset($this->row_["type"])) $type = $value::class;
        $final = $this->isFinal() ? "final " : "";
        $visibility = $this->isPublic() ? "public" : ($this->isPrivate() ? "private" : "protected");
        $shown = match (true) {
            is_array($value) => "Array",
            is_object($value) => "Object",
            default => (string) $value,
        };
        return "$text{$indent}Constant [ $final$visibility $type {$this->name} ] { $shown }\n";
    }

    public function __toString(): string { return $this->text_(""); }
}

#[Internal]
class ReflectionEnumUnitCase extends ReflectionClassConstant {
    public function __construct(object|string $class, string $constant) {
        parent::__construct($class, $constant);
        if (!$this->row_["case"]) throw new ReflectionException("Constant {$this->class}::{$this->name} is not a case");
    }

    #[Internal] public static function case_(array $row): ReflectionEnumUnitCase {
        $backed = Reflected_::class_($row["class"])["backing"] !== null;
        $made = Reflected_::new_(Reflected_::classOf_($backed ? ReflectionEnumBackedCase::class : ReflectionEnumUnitCase::class));
        $made->fill_($row);
        return $made;
    }

    public function getEnum(): ReflectionEnum { return new ReflectionEnum($this->class); }
    public function getValue(): UnitEnum { return Reflected_::constValue_($this->row_["class"], $this->name); }
}

#[Internal]
class ReflectionEnumBackedCase extends ReflectionEnumUnitCase {
    public function __construct(object|string $class, string $constant) {
        parent::__construct($class, $constant);
        if (Reflected_::class_($this->row_["class"])["backing"] === null) {
            throw new ReflectionException("Enum case {$this->class}::{$this->name} is not a backed case");
        }
    }

    public function getBackingValue(): int|string { return $this->getValue()->value; }
}

#[Internal]
class ReflectionEnum extends ReflectionClass {
    public function __construct(object|string $objectOrClass) {
        parent::__construct($objectOrClass);
        if (!$this->isEnum()) throw new ReflectionException("Class \"{$this->name}\" is not an enum");
    }

    public function hasCase(string $name): bool {
        return Reflected_::const_($this->number_(), $name)["case"] ?? false;
    }

    public function getCase(string $name): ReflectionEnumUnitCase {
        $row = Reflected_::const_($this->number_(), $name);
        if ($row === null) throw new ReflectionException("Case {$this->name}::$name does not exist");
        if (!$row["case"]) throw new ReflectionException("{$this->name}::$name is not a case");
        return ReflectionEnumUnitCase::case_($row);
    }

    public function getCases(): array {
        $cases = [];
        foreach (Reflected_::consts_($this->number_()) as $name) {
            $row = Reflected_::const_($this->number_(), $name);
            if ($row["case"]) $cases[] = ReflectionEnumUnitCase::case_($row);
        }
        return $cases;
    }

    public function isBacked(): bool { return $this->fact_("backing") !== null; }

    public function getBackingType(): ?ReflectionNamedType {
        return Reflected_::type_($this->fact_("backing"), null);
    }
}

#[Internal]
final class ReflectionConstant implements Reflector {
    public string $name;

    #[Internal] private function uncloneable_(): void {}

    public function __construct(string $name) {
        if (!defined(ltrim($name, "\\"))) throw new ReflectionException("Constant \"$name\" does not exist");
        $this->name = $name;
    }

    public function getName(): string { return $this->name; }

    public function getNamespaceName(): string {
        $at = strrpos($this->name, "\\");
        return $at === false ? "" : ltrim(substr($this->name, 0, $at), "\\");
    }

    public function getShortName(): string {
        $at = strrpos($this->name, "\\");
        return $at === false ? $this->name : substr($this->name, $at + 1);
    }

    public function getValue(): mixed { return constant($this->name); }
    public function isDeprecated(): bool { return Reflected_::isDeprecated_($this->name); }

    public function __toString(): string {
        $value = constant($this->name);
        $shown = is_array($value) ? "Array" : (is_object($value) ? "Object" : (string) $value);
        $persistent = isset((get_defined_constants(true)["user"] ?? [])[$this->name]) ? "" : "<persistent> ";
        return "Constant [ $persistent" . get_debug_type($value) . " {$this->name} ] { $shown }\n";
    }
}
