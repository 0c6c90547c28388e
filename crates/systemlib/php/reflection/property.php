<?php
#[Internal]
class ReflectionProperty implements Reflector {
    const int IS_STATIC = 16;
    const int IS_READONLY = 128;
    const int IS_PUBLIC = 1;
    const int IS_PROTECTED = 2;
    const int IS_PRIVATE = 4;
    const int IS_ABSTRACT = 64;
    const int IS_PROTECTED_SET = 2048;
    const int IS_PRIVATE_SET = 4096;
    const int IS_VIRTUAL = 512;
    const int IS_FINAL = 32;

    public string $name;
    public string $class;
    #[Internal] private array $row_;
    #[Internal] private int $on_ = 0;
    #[Internal] private bool $dynamic_ = false;

    private function __clone(): void {}

    public function __construct(object|string $class, string $property) {
        $on = Reflected_::classOf_($class);
        if ($on === null) throw new ReflectionException("Class \"$class\" does not exist", -1);
        $row = Reflected_::prop_($on, $property);
        if ($row !== null) {
            $this->fill_($row, $on);
            return;
        }
        $name = Reflected_::class_($on)["name"];
        if (!is_object($class) || !array_key_exists($property, get_mangled_object_vars($class))) {
            throw new ReflectionException("Property $name::\$$property does not exist");
        }
        $this->dynamic_ = true;
        $this->name = $property;
        $this->class = $name;
        $this->on_ = $on;
        $this->row_ = ["name" => $property, "class" => $on, "modifiers" => 1, "default" => null];
    }

    #[Internal] private function fill_(array $row, int $on): void {
        $this->row_ = $row;
        $this->on_ = $on;
        $this->name = $row["name"];
        $this->class = Reflected_::class_($row["class"])["name"];
    }

    #[Internal] public static function of_(array $row, int $on): ReflectionProperty {
        $prop = Reflected_::new_(Reflected_::classOf_(ReflectionProperty::class));
        $prop->fill_($row, $on);
        return $prop;
    }

    public function getName(): string { return $this->name; }
    public function isPublic(): bool { return (bool) ($this->row_["modifiers"] & 1); }
    public function isPrivate(): bool { return (bool) ($this->row_["modifiers"] & 4); }
    public function isProtected(): bool { return (bool) ($this->row_["modifiers"] & 2); }
    public function isStatic(): bool { return (bool) ($this->row_["modifiers"] & 16); }
    public function isReadOnly(): bool { return (bool) ($this->row_["modifiers"] & 128); }
    public function isAbstract(): bool { return (bool) ($this->row_["modifiers"] & 64); }
    public function isFinal(): bool {
        return (bool) ($this->row_["modifiers"] & 32) || (bool) ($this->row_["modifiers"] & 4096);
    }
    public function isVirtual(): bool { return (bool) ($this->row_["modifiers"] & 512); }
    public function isPrivateSet(): bool { return (bool) ($this->row_["modifiers"] & 4096); }
    public function isProtectedSet(): bool {
        return (bool) ($this->getModifiers() & 2048);
    }
    public function isDefault(): bool { return !$this->dynamic_; }
    public function isDynamic(): bool { return $this->dynamic_; }
    public function isPromoted(): bool { return $this->row_["promoted"] ?? false; }
    public function getModifiers(): int {
        $modifiers = $this->row_["modifiers"];
        if ($modifiers & 4096) $modifiers |= 32;
        // PHP: only a declaration in a script says who may set a property that is read only.
        if ($modifiers & 128 && Reflected_::class_($this->row_["class"])["internal"]) return $modifiers & ~2048;
        if ($modifiers & 128 && $modifiers & 1 && !($modifiers & 6144)) $modifiers |= 2048;
        return $modifiers;
    }
    public function setAccessible(bool $accessible): void {}
    public function getDeclaringClass(): ReflectionClass { return ReflectionClass::plain_($this->row_["class"]); }
    public function getDocComment(): string|false { return $this->row_["doc"] ?? false; }

    public function getType(): ?ReflectionType {
        return Reflected_::type_($this->row_["type"] ?? null, $this->row_["class"]);
    }

    public function getSettableType(): ?ReflectionType {
        $set = $this->row_["hooks"]["set"] ?? null;
        if ($set === null) {
            if ($this->isVirtual()) return ReflectionType::of_("never", null);
            return $this->getType();
        }
        $param = Reflected_::func_($set["func"])["params"][0] ?? [];
        return Reflected_::type_($param["type"] ?? null, $this->row_["class"]) ?? $this->getType();
    }

    public function hasType(): bool { return ($this->row_["type"] ?? null) !== null; }
    public function hasDefaultValue(): bool { return $this->row_["default"] !== null && !$this->isVirtual(); }

    public function getDefaultValue(): mixed {
        return $this->row_["default"] === null ? null : Reflected_::value_($this->row_["default"]);
    }

    #[Internal] private function check_(?object $object, string $method = "getValue"): object {
        if ($object === null) {
            throw new TypeError("ReflectionProperty::$method(): Argument #1 (\$object) must be provided for instance properties");
        }
        if (!Reflected_::isA_(Reflected_::classOf_($object), $this->row_["class"])) {
            throw new ReflectionException("Given object is not an instance of the class this property was declared in");
        }
        return $object;
    }

    public function getValue(?object $object = null): mixed {
        if ($this->isStatic()) return Reflected_::staticGet_($this->on_, $this->name);
        return Reflected_::get_($this->check_($object), $this->row_["class"], $this->name);
    }

    public function setValue(mixed $objectOrValue, #[Unknown] mixed $value = null): void {
        if ($this->isStatic()) {
            if (func_num_args() < 2) {
                report_(E_DEPRECATED, "Calling ReflectionProperty::setValue() with a single argument is deprecated");
                $value = $objectOrValue;
            } elseif ($objectOrValue !== null && !is_object($objectOrValue)) {
                report_(E_DEPRECATED, "Calling ReflectionProperty::setValue() with a 1st argument which is not null or an object is deprecated");
            }
            Reflected_::staticSet_($this->on_, $this->name, $value);
            return;
        }
        if (!is_object($objectOrValue)) {
            throw new TypeError("ReflectionProperty::setValue(): Argument #1 (\$objectOrValue) must be of type object, " . get_debug_type($objectOrValue) . " given");
        }
        Reflected_::set_($objectOrValue, $this->row_["class"], $this->name, $value);
    }

    public function getRawValue(object $object): mixed {
        if ($this->isStatic()) throw new ReflectionException("May not use getRawValue on static properties");
        $this->check_($object);
        if ($this->isVirtual()) {
            // Properties of the library that are worked out have no hooks in PHP.
            if ($this->getDeclaringClass()->isInternal()) return $this->getValue($object);
            throw new Error("Must not read from virtual property {$this->class}::\${$this->name}");
        }
        return Reflected_::getRaw_($object, $this->row_["class"], $this->name);
    }

    public function setRawValue(object $object, mixed $value): void {
        if ($this->isStatic()) throw new ReflectionException("May not use setRawValue on static properties");
        $this->check_($object);
        if ($this->isVirtual()) throw new Error("Must not write to virtual property {$this->class}::\${$this->name}");
        Reflected_::setRaw_($object, $this->row_["class"], $this->name, $value);
    }

    public function setRawValueWithoutLazyInitialization(object $object, mixed $value): void {
        $this->lazyable_($this->mine_($object, "setRawValueWithoutLazyInitialization"), "setRawValueWithoutLazyInitialization");
        Reflected_::lazySetRaw_($object, $this->row_["class"], $this->name, $value);
    }

    public function skipLazyInitialization(object $object): void {
        $this->lazyable_($this->mine_($object, "skipLazyInitialization"), "skipLazyInitialization");
        Reflected_::lazySkip_($object, $this->row_["class"], $this->name);
    }

    public function isLazy(object $object): bool {
        $this->mine_($object, "isLazy");
        if ($this->dynamic_ || $this->isStatic() || $this->isVirtual()) return false;
        return Reflected_::lazySlot_($object, $this->row_["class"], $this->name);
    }

    #[Internal] private function mine_(object $object, string $method): object {
        if (Reflected_::isA_(Reflected_::classOf_($object), $this->on_)) return $object;
        $name = Reflected_::class_($this->on_)["name"];
        throw new TypeError("ReflectionProperty::$method(): Argument #1 (\$object) must be of type $name, " . get_debug_type($object) . " given");
    }

    #[Internal] private function lazyable_(object $object, string $method): void {
        $kind = match (true) {
            $this->dynamic_ => "dynamic property",
            $this->isStatic() => "static property",
            $this->isVirtual() => "virtual property",
            default => null,
        };
        if ($kind !== null) {
            throw new ReflectionException("Can not use $method on $kind {$this->class}::\${$this->name}");
        }
        $class = Reflected_::classOf_($object);
        for ($facts = Reflected_::class_($class); ; $facts = Reflected_::class_($facts["parent"])) {
            if ($facts["internal"] && $facts["name"] !== "stdClass") {
                throw new ReflectionException("Can not use $method on internal class " . Reflected_::class_($class)["name"]);
            }
            if ($facts["parent"] === null) break;
        }
    }

    public function isInitialized(?object $object = null): bool {
        if ($this->isStatic()) return Reflected_::staticIsSet_($this->on_, $this->name);
        $object = $this->check_($object, "isInitialized");
        if ($this->dynamic_) return array_key_exists($this->name, get_mangled_object_vars($object));
        return Reflected_::isSet_($object, $this->row_["class"], $this->name) ?? true;
    }

    public function hasHooks(): bool { return array_key_exists("hooks", $this->row_); }

    public function getHooks(): array {
        $hooks = [];
        foreach ($this->row_["hooks"] ?? [] as $name => $row) $hooks[$name] = ReflectionMethod::of_($row);
        return $hooks;
    }

    public function hasHook(PropertyHookType $type): bool { return isset($this->row_["hooks"][$type->value]); }

    public function getHook(PropertyHookType $type): ?ReflectionMethod {
        $row = $this->row_["hooks"][$type->value] ?? null;
        return $row === null ? null : ReflectionMethod::of_($row);
    }

    public function getAttributes(?string $name = null, int $flags = 0): array {
        return Reflected_::attributes_($this->row_["attributes"] ?? [], 8, $name, $flags,
            "ReflectionProperty::getAttributes");
    }

    #[Internal] public function text_(string $indent): string {
        $text = $this->getDocComment() === false ? "" : $indent . $this->getDocComment() . "\n";
        $text .= "{$indent}Property [ ";
        if ($this->dynamic_) $text .= "<dynamic> public \${$this->name}";
        else {
            $modifiers = $this->row_["modifiers"];
            if ($modifiers & 64) $text .= "abstract ";
            if ($modifiers & 32) $text .= "final ";
            $text .= $modifiers & 4 ? "private " : ($modifiers & 2 ? "protected " : "public ");
            if ($modifiers & 4096) $text .= "private(set) ";
            elseif ($modifiers & 2048) $text .= "protected(set) ";
            if ($modifiers & 16) $text .= "static ";
            if ($modifiers & 128) $text .= "readonly ";
            $type = $this->getType();
            if ($type !== null) $text .= "$type ";
            $text .= "\${$this->name}";
            // Made since, perhaps.
            $default = Reflected_::prop_($this->on_, $this->name)["default"] ?? $this->row_["default"];
            if ($default !== null && !$this->isVirtual()) {
                $text .= " = " . ($default[0] ? $default[2] : ReflectionParameter::exported_($default[1]));
            }
        }
        return $text . " ]\n";
    }

    public function __toString(): string { return $this->text_(""); }
}
