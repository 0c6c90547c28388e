<?php
#[Internal]
class ReflectionClass implements Reflector {
    const int IS_IMPLICIT_ABSTRACT = 16;
    const int IS_EXPLICIT_ABSTRACT = 64;
    const int IS_FINAL = 32;
    const int IS_READONLY = 65536;
    const int SKIP_INITIALIZATION_ON_SERIALIZE = 8;
    const int SKIP_DESTRUCTOR = 16;

    public string $name;
    #[Internal] private int $class_;
    #[Internal] private array $facts_;
    #[Internal] private ?object $object_ = null;

    private function __clone(): void {}

    public function __construct(object|string $objectOrClass) {
        $class = Reflected_::classOf_($objectOrClass);
        if ($class === null) throw new ReflectionException("Class \"$objectOrClass\" does not exist", -1);
        if ($this instanceof ReflectionObject) $this->object_ = $objectOrClass;
        $this->fill_($class);
    }

    public function __toString(): string { return ReflectionDump_::class_($this, $this->object_); }
    public function getName(): string { return $this->name; }
    public function isInternal(): bool { return $this->facts_["internal"]; }
    public function isUserDefined(): bool { return !$this->facts_["internal"]; }
    public function isAnonymous(): bool { return $this->facts_["anonymous"]; }

    public function isInstantiable(): bool {
        if ($this->facts_["kind"] !== "class" || $this->isAbstract()) return false;
        return $this->facts_["construct"] === null || (bool) ($this->facts_["construct"] & 1);
    }

    public function isCloneable(): bool {
        if ($this->name === "Closure") return true;
        if ($this->facts_["kind"] !== "class" || $this->isAbstract() || $this->facts_["closed"]) return false;
        if ($this->facts_["uncloneable"] ?? false) return false;
        return $this->facts_["clone"] === null || (bool) ($this->facts_["clone"] & 1);
    }

    public function getFileName(): string|false { return $this->facts_["internal"] ? false : $this->facts_["file"]; }
    public function getStartLine(): int|false { return $this->facts_["internal"] ? false : $this->facts_["start"] ?? false; }
    public function getEndLine(): int|false { return $this->facts_["internal"] ? false : $this->facts_["end"] ?? false; }
    public function getDocComment(): string|false { return $this->facts_["doc"] ?? false; }
    public function getConstructor(): ?ReflectionMethod { return $this->method_("__construct"); }

    public function hasMethod(string $name): bool {
        return Reflected_::method_($this->number_(), strtolower($name)) !== null
            || $this->object_ instanceof Closure && strtolower($name) === "__invoke";
    }

    public function getMethod(string $name): ReflectionMethod {
        if ($this->object_ instanceof Closure && strtolower($name) === "__invoke") {
            return new ReflectionMethod($this->object_, $name);
        }
        return $this->method_(strtolower($name))
            ?? throw new ReflectionException("Method {$this->name}::$name() does not exist");
    }

    public function getMethods(?int $filter = null): array {
        $methods = [];
        foreach (Reflected_::methods_($this->number_()) as $folded) {
            $row = Reflected_::method_($this->class_, $folded);
            if ($row["modifiers"] & 4 && $row["class"] !== $this->class_) continue;
            if ($filter !== null && !($row["modifiers"] & $filter)) continue;
            $methods[] = $folded === "__invoke" && $this->object_ instanceof Closure
                ? new ReflectionMethod($this->object_, $folded) : ReflectionMethod::of_($row, $this->class_);
        }
        return $methods;
    }

    public function hasProperty(string $name): bool {
        if (Reflected_::prop_($this->number_(), $name) !== null) return true;
        return $this->object_ !== null && array_key_exists($name, get_mangled_object_vars($this->object_));
    }

    public function getProperty(string $name): ReflectionProperty {
        $row = Reflected_::prop_($this->number_(), $name);
        if ($row !== null) return ReflectionProperty::of_($row, $this->class_);
        if ($this->object_ !== null && array_key_exists($name, get_mangled_object_vars($this->object_))) {
            return new ReflectionProperty($this->object_, $name);
        }
        $at = strpos($name, "::");
        if ($at !== false) {
            $class = substr($name, 0, $at);
            $prop = substr($name, $at + 2);
            $number = Reflected_::classOf_($class);
            if ($number === null) throw new ReflectionException("Class \"$class\" does not exist", -1);
            if (!Reflected_::isA_($this->class_, $number)) {
                throw new ReflectionException("Fully qualified property name " . Reflected_::class_($number)["name"] . "::\$$prop does not specify a base class of {$this->name}", -1);
            }
            $row = Reflected_::prop_($number, $prop);
            if ($row !== null) return ReflectionProperty::of_($row, $number);
            $name = $prop;
        }
        throw new ReflectionException("Property {$this->name}::\$$name does not exist");
    }

    public function getProperties(?int $filter = null): array {
        $props = [];
        foreach (Reflected_::props_($this->number_()) as $name) {
            $row = Reflected_::prop_($this->class_, $name);
            if ($filter === null || $row["modifiers"] & $filter) $props[] = ReflectionProperty::of_($row, $this->class_);
        }
        if ($this->object_ !== null && ($filter === null || $filter & 1)) {
            foreach (get_mangled_object_vars($this->object_) as $name => $value) {
                $name = (string) $name;
                if ($name !== "" && $name[0] === "\0" || Reflected_::prop_($this->class_, $name) !== null) continue;
                $props[] = new ReflectionProperty($this->object_, $name);
            }
        }
        return $props;
    }

    public function hasConstant(string $name): bool { return Reflected_::const_($this->number_(), $name) !== null; }

    public function getConstants(?int $filter = null): array {
        $constants = [];
        foreach (Reflected_::consts_($this->number_()) as $name) {
            if ($filter === null || Reflected_::const_($this->class_, $name)["modifiers"] & $filter) {
                $constants[$name] = Reflected_::constValue_($this->class_, $name);
            }
        }
        return $constants;
    }

    public function getReflectionConstants(?int $filter = null): array {
        $constants = [];
        foreach (Reflected_::consts_($this->number_()) as $name) {
            $row = Reflected_::const_($this->class_, $name);
            if ($filter === null || $row["modifiers"] & $filter) $constants[] = ReflectionClassConstant::of_($row);
        }
        return $constants;
    }

    public function getConstant(string $name): mixed {
        if (Reflected_::const_($this->number_(), $name) === null) return false;
        return Reflected_::constValue_($this->class_, $name);
    }

    public function getReflectionConstant(string $name): ReflectionClassConstant|false {
        $row = Reflected_::const_($this->number_(), $name);
        return $row === null ? false : ReflectionClassConstant::of_($row);
    }

    public function getInterfaces(): array {
        $interfaces = [];
        foreach ($this->facts_["interfaces"] as $name) {
            $interfaces[$name] = ReflectionClass::plain_(Reflected_::classOf_($name));
        }
        return $interfaces;
    }

    public function getInterfaceNames(): array { return $this->facts_["interfaces"]; }
    public function isInterface(): bool { return $this->facts_["kind"] === "interface"; }

    public function getTraits(): array {
        $traits = [];
        foreach ($this->getTraitNames() as $name) {
            $traits[$name] = ReflectionClass::plain_(Reflected_::classOf_($name));
        }
        return $traits;
    }

    public function getTraitNames(): array {
        $names = [];
        foreach ($this->facts_["traits"] ?? [] as $name) {
            $names[] = Reflected_::class_(Reflected_::classOf_($name))["name"];
        }
        return $names;
    }

    public function getTraitAliases(): array {
        $aliases = [];
        foreach ($this->facts_["aliases"] ?? [] as [$alias, $of, $method]) {
            if ($of === null) {
                foreach ($this->getTraitNames() as $trait) {
                    if (Reflected_::method_(Reflected_::classOf_($trait), strtolower($method)) !== null) $of = $trait;
                }
            }
            $aliases[$alias] = "$of::$method";
        }
        return $aliases;
    }

    public function isTrait(): bool { return $this->facts_["kind"] === "trait"; }
    public function isEnum(): bool { return $this->facts_["kind"] === "enum"; }

    public function isAbstract(): bool {
        return $this->facts_["abstract"] || $this->facts_["implicit"];
    }

    // PHP: enums of extensions are not marked as final.
    public function isFinal(): bool {
        return $this->facts_["final"] && !($this->facts_["kind"] === "enum" && $this->facts_["internal"]);
    }
    public function isReadOnly(): bool { return $this->facts_["readonly"]; }

    public function getModifiers(): int {
        $modifiers = 0;
        if ($this->facts_["kind"] === "class" && ($this->facts_["explicit"] ?? $this->facts_["abstract"])) $modifiers |= 64;
        if ($this->isFinal()) $modifiers |= 32;
        if ($this->facts_["readonly"]) $modifiers |= 65536;
        return $modifiers;
    }

    public function isInstance(object $object): bool {
        return Reflected_::isA_(Reflected_::classOf_($object), $this->number_());
    }

    public function newInstance(mixed ...$args): object { return $this->make_($args); }

    public function newInstanceWithoutConstructor(): object {
        if ($this->facts_["internal"] && $this->facts_["final"] && $this->facts_["closed"]) {
            throw new ReflectionException("Class {$this->name} is an internal class marked as final that cannot be instantiated without invoking its constructor");
        }
        return Reflected_::new_($this->number_());
    }

    public function newInstanceArgs(array $args = []): ?object { return $this->make_($args); }

    public function newLazyGhost(callable $initializer, int $options = 0): object {
        return $this->lazy_(null, false, $initializer, $options, "newLazyGhost");
    }

    public function newLazyProxy(callable $factory, int $options = 0): object {
        return $this->lazy_(null, true, $factory, $options, "newLazyProxy");
    }

    public function resetAsLazyGhost(object $object, callable $initializer, int $options = 0): void {
        $this->lazy_($object, false, $initializer, $options, "resetAsLazyGhost");
    }

    public function resetAsLazyProxy(object $object, callable $factory, int $options = 0): void {
        $this->lazy_($object, true, $factory, $options, "resetAsLazyProxy");
    }

    public function initializeLazyObject(object $object): object {
        return Reflected_::lazyStart_($this->mine_($object, "initializeLazyObject"), true);
    }

    public function isUninitializedLazyObject(object $object): bool {
        return Reflected_::lazyIs_($this->mine_($object, "isUninitializedLazyObject"));
    }

    public function markLazyObjectAsInitialized(object $object): object {
        return Reflected_::lazyStart_($this->mine_($object, "markLazyObjectAsInitialized"), false);
    }

    public function getLazyInitializer(object $object): ?callable {
        return Reflected_::lazyInitializer_($this->mine_($object, "getLazyInitializer"));
    }

    public function getParentClass(): ReflectionClass|false {
        return $this->facts_["parent"] === null ? false : ReflectionClass::plain_($this->facts_["parent"]);
    }

    public function isSubclassOf(ReflectionClass|string $class): bool {
        $other = $this->other_($class, "Class");
        return $other !== $this->class_ && Reflected_::isA_($this->number_(), $other);
    }

    public function getStaticProperties(): array {
        if (!$this->facts_["internal"]) $this->getConstants();
        $values = [];
        foreach (Reflected_::props_($this->number_()) as $name) {
            if (Reflected_::prop_($this->class_, $name)["modifiers"] & 16
                && Reflected_::staticIsSet_($this->class_, $name)) {
                $values[$name] = Reflected_::staticGet_($this->class_, $name);
            }
        }
        return $values;
    }

    public function getStaticPropertyValue(string $name, #[Unknown] mixed $default = null): mixed {
        $row = Reflected_::prop_($this->number_(), $name);
        if ($row !== null && $row["modifiers"] & 16) return Reflected_::staticGet_($this->class_, $name);
        if (func_num_args() > 1) return $default;
        throw new ReflectionException("Property {$this->name}::\$$name does not exist");
    }

    public function setStaticPropertyValue(string $name, mixed $value): void {
        $row = Reflected_::prop_($this->number_(), $name);
        if ($row === null || !($row["modifiers"] & 16)) {
            throw new ReflectionException("Class {$this->name} does not have a property named $name");
        }
        Reflected_::staticSet_($this->class_, $name, $value);
    }

    public function getDefaultProperties(): array {
        $static = [];
        $values = [];
        foreach (Reflected_::props_($this->number_()) as $name) {
            $row = Reflected_::prop_($this->class_, $name);
            if ($row["default"] === null) continue;
            if ($row["modifiers"] & 16) $static[$name] = Reflected_::value_($row["default"]);
            else $values[$name] = Reflected_::value_($row["default"]);
        }
        return $static + $values;
    }

    public function isIterable(): bool { return $this->isIterateable(); }

    public function isIterateable(): bool {
        return $this->facts_["kind"] === "class" && !$this->isAbstract()
            && Reflected_::isA_($this->number_(), Reflected_::classOf_("Traversable"));
    }

    public function implementsInterface(ReflectionClass|string $interface): bool {
        $other = $this->other_($interface, "Interface");
        $facts = Reflected_::class_($other);
        if ($facts["kind"] !== "interface") throw new ReflectionException("{$facts["name"]} is not an interface");
        return Reflected_::isA_($this->number_(), $other);
    }

    public function getExtension(): ?ReflectionExtension {
        $name = $this->getExtensionName();
        return $name === false ? null : new ReflectionExtension($name);
    }

    public function getExtensionName(): string|false {
        return $this->facts_["internal"] ? ReflectionExtension::ofClass_($this->name) : false;
    }

    public function inNamespace(): bool { return strrpos($this->name, "\\") > 0; }

    public function getNamespaceName(): string {
        $at = strrpos($this->name, "\\");
        return $at > 0 ? substr($this->name, 0, $at) : "";
    }

    public function getShortName(): string {
        $at = strrpos($this->name, "\\");
        return $at > 0 ? substr($this->name, $at + 1) : $this->name;
    }

    public function getAttributes(?string $name = null, int $flags = 0): array {
        return Reflected_::attributes_($this->facts_["attributes"] ?? [], 1, $name, $flags,
            "ReflectionClass::getAttributes");
    }

    #[Internal] private function fill_(int $class): void {
        $this->class_ = $class;
        $this->facts_ = Reflected_::class_($class);
        $this->name = $this->facts_["name"];
    }

    #[Internal] public static function of_(int $class): ReflectionClass {
        $made = Reflected_::new_(Reflected_::classOf_(
            Reflected_::class_($class)["kind"] === "enum" ? ReflectionEnum::class : ReflectionClass::class));
        $made->fill_($class);
        return $made;
    }

    #[Internal] public static function plain_(int $class): ReflectionClass {
        $made = Reflected_::new_(Reflected_::classOf_(ReflectionClass::class));
        $made->fill_($class);
        return $made;
    }

    #[Internal] public function number_(): int {
        return $this->class_;
    }

    // Whether a loop over its objects is other than one over their properties as they lie.
    #[Internal] public function iterates_(): bool {
        if (Reflected_::isA_($this->number_(), Reflected_::classOf_("Traversable"))) return true;
        foreach (Reflected_::props_($this->class_) as $name) {
            if (isset(Reflected_::prop_($this->class_, $name)["hooks"])) return true;
        }
        return false;
    }

    #[Internal] public function fact_(string $name): mixed { return $this->facts_[$name] ?? null; }

    #[Internal] private function method_(string $folded): ?ReflectionMethod {
        $row = Reflected_::method_($this->number_(), $folded);
        return $row === null ? null : ReflectionMethod::of_($row, $this->class_);
    }

    #[Internal] private function make_(array $args): object {
        $construct = $this->facts_["construct"];
        $isMadeByEngine = $construct === null && $this->facts_["internal"];
        $object = $isMadeByEngine ? new $this->name : Reflected_::new_($this->number_());
        if ($construct !== null && !($construct & 1)) {
            throw new ReflectionException("Access to non-public constructor of class {$this->name}");
        }
        if ($construct === null) {
            if ($args) {
                throw new ReflectionException("Class {$this->name} does not have a constructor, so you cannot pass any constructor arguments");
            }
            return $object;
        }
        $row = Reflected_::method_($this->class_, "__construct");
        call_user_func_array(Reflected_::closure_($row["func"], $object, null), $args);
        return $object;
    }

    #[Internal] private function other_(ReflectionClass|string $class, string $what): int {
        if ($class instanceof ReflectionClass) return $class->number_();
        return Reflected_::classOf_($class) ?? throw new ReflectionException("$what \"$class\" does not exist", -1);
    }

    #[Internal] private function lazy_(
        ?object $object, bool $proxy, callable $initializer, int $options, string $method
    ): object {
        $at = $object === null ? 2 : 3;
        if ($object !== null) $this->mine_($object, $method);
        if ($options & ~24) {
            throw new ReflectionException("ReflectionClass::$method(): Argument #$at (\$options) contains invalid flags");
        }
        if ($object === null && $options & 16) {
            throw new ReflectionException("ReflectionClass::$method(): Argument #2 (\$options) does not accept ReflectionClass::SKIP_DESTRUCTOR");
        }
        if ($object !== null && Reflected_::lazyIs_($object)) throw new ReflectionException("Object is already lazy");
        return Reflected_::lazyMake_($this->number_(), $object, $proxy, $initializer, $options);
    }

    #[Internal] private function mine_(object $object, string $method): object {
        if (Reflected_::isA_(Reflected_::classOf_($object), $this->number_())) return $object;
        throw new TypeError("ReflectionClass::$method(): Argument #1 (\$object) must be of type {$this->name}, " . get_debug_type($object) . " given");
    }
}

#[Internal]
class ReflectionObject extends ReflectionClass {
    public function __construct(object $object) { parent::__construct($object); }
}
