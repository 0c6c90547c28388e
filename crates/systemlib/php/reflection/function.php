<?php
#[Internal]
abstract class ReflectionFunctionAbstract implements Reflector {
    #[Internal] protected ?array $facts_ = null;
    #[Internal] protected int $func_;
    #[Internal] protected ?Closure $closure_ = null;
    public string $name;

    private function __clone(): void {}

    #[Internal] protected function facts_(): array {
        return $this->facts_ ??= Reflected_::func_($this->func_);
    }

    public function inNamespace(): bool { return $this->namespaceEnd_() > 0; }
    public function isClosure(): bool { return $this->closure_ !== null && !$this->facts_()["internal"] || ($this->facts_()["closure"] ?? false); }
    public function isDeprecated(): bool { return $this->facts_()["deprecated"] ?? false; }
    public function isInternal(): bool { return $this->facts_()["internal"]; }
    public function isUserDefined(): bool { return !$this->facts_()["internal"]; }
    public function isGenerator(): bool { return !$this->facts_()["internal"] && ($this->facts_()["generator"] ?? false); }
    public function isStatic(): bool { return isset($this->row_) ? (bool) ($this->row_["modifiers"] & 16) : $this->facts_()["static"] ?? false; }
    public function returnsReference(): bool { return !$this->facts_()["internal"] && ($this->facts_()["byRef"] ?? false); }

    public function isVariadic(): bool {
        foreach ($this->facts_()["params"] ?? [] as $param) {
            if ($param["variadic"] ?? false) return true;
        }
        return false;
    }

    public function getClosureThis(): ?object {
        return $this->closure_ === null ? null : Reflected_::closureFacts_($this->closure_)["this"];
    }

    public function getClosureScopeClass(): ?ReflectionClass {
        if ($this->closure_ === null) return null;
        $facts = Reflected_::closureFacts_($this->closure_);
        $scope = $facts["scope"] ?? $facts["called"];
        return $scope === null ? null : ReflectionClass::of_($scope);
    }

    public function getClosureCalledClass(): ?ReflectionClass {
        if ($this->closure_ === null) return null;
        $called = Reflected_::closureFacts_($this->closure_)["called"];
        return $called === null ? null : ReflectionClass::of_($called);
    }

    public function getClosureUsedVariables(): array {
        if ($this->closure_ === null) return [];
        return Reflected_::closureFacts_($this->closure_)["captured"];
    }

    public function getDocComment(): string|false { return $this->facts_()["doc"] ?? false; }
    public function getStartLine(): int|false {
        return $this->facts_()["internal"] ? false : $this->facts_()["start"] ?? false;
    }
    public function getEndLine(): int|false {
        return $this->facts_()["internal"] ? false : $this->facts_()["end"] ?? false;
    }
    public function getFileName(): string|false {
        return $this->facts_()["internal"] ? false : $this->facts_()["file"];
    }

    public function getExtension(): ?ReflectionExtension {
        $name = $this->getExtensionName();
        return $name === false ? null : new ReflectionExtension($name);
    }

    public function getExtensionName(): string|false {
        if (!$this->facts_()["internal"] || isset($this->facts_["invokes"])) return false;
        if (isset($this->class) && !Reflected_::class_(Reflected_::classOf_($this->class))["internal"]) return false;
        if (isset($this->class)) return ReflectionExtension::ofClass_($this->class);
        $name = Reflected_::extensionOf_(strtolower($this->name));
        return $name === null ? ReflectionExtension::ofFunction_(strtolower($this->name)) : ReflectionExtension::named_($name);
    }

    public function getName(): string { return $this->name; }

    public function getNamespaceName(): string {
        $at = $this->namespaceEnd_();
        return $at > 0 ? substr($this->name, 0, $at) : "";
    }

    public function getShortName(): string {
        $at = $this->namespaceEnd_();
        return $at > 0 ? substr($this->name, $at + 1) : $this->name;
    }

    // The name of a closure says where it stands; it is in no namespace.
    private function namespaceEnd_(): int {
        return str_starts_with($this->name, "{closure") ? 0 : (int) strrpos($this->name, "\\");
    }

    public function getNumberOfParameters(): int { return count($this->facts_()["params"] ?? []); }
    public function getNumberOfRequiredParameters(): int { return $this->facts_()["required"] ?? 0; }

    public function getParameters(): array {
        $params = [];
        foreach ($this->facts_()["params"] ?? [] as $at => $param) {
            $params[] = ReflectionParameter::of_($this, $at);
        }
        return $params;
    }

    public function hasReturnType(): bool { return $this->getReturnType() !== null; }

    public function getReturnType(): ?ReflectionType {
        $facts = $this->facts_();
        if ($this->isTentative_($facts)) return null;
        return Reflected_::type_($facts["returns"] ?? null, $facts["class"]);
    }

    // Methods of the library declare their types for the checks of scripts that override them.
    #[Internal] private function isTentative_(array $facts): bool {
        if (!$facts["internal"] || $facts["class"] === null || ($facts["returns"] ?? null) === null) return false;
        $class = Reflected_::class_($facts["class"]);
        return $class["internal"] && Tentative_::is($class["name"], $this->name);
    }

    public function hasTentativeReturnType(): bool { return $this->isTentative_($this->facts_()); }

    public function getTentativeReturnType(): ?ReflectionType {
        $facts = $this->facts_();
        return $this->isTentative_($facts) ? Reflected_::type_($facts["returns"], $facts["class"]) : null;
    }

    public function getStaticVariables(): array {
        return Reflected_::statics_($this->func_, $this->closure_)
            + ($this->closure_ === null ? [] : $this->getClosureUsedVariables());
    }

    public function getAttributes(?string $name = null, int $flags = 0): array {
        $facts = $this->facts_();
        $target = $facts["class"] !== null && !($facts["closure"] ?? false) ? 4 : 2;
        return Reflected_::attributes_($this->facts_()["attributes"] ?? [], $target, $name, $flags,
            "ReflectionFunctionAbstract::getAttributes");
    }

    // What another object needs to make this one again.
    #[Internal] public function source_(): array {
        return ["func" => $this->func_, "closure" => $this->closure_, "row" => $this->row_ ?? null, "on" => $this->on_ ?? null];
    }
    #[Internal] public function factsOf_(): array { return $this->facts_(); }

    #[Internal] protected function parametersText_(string $indent): string {
        $params = $this->facts_()["params"] ?? [];
        $text = "";
        if ($params) {
            $text .= "\n$indent  - Parameters [" . count($params) . "] {\n";
            foreach ($params as $at => $param) $text .= "$indent    " . ReflectionParameter::of_($this, $at) . "\n";
            $text .= "$indent  }\n";
        } elseif ($this->facts_()["internal"] && !isset($this->facts_["invokes"])) {
            $text .= "\n$indent  - Parameters [0] {\n$indent  }\n";
        }
        $type = $this->getReturnType();
        if ($type !== null) $text .= "  $indent- Return [ $type ]\n";
        else {
            $type = $this->getTentativeReturnType();
            if ($type !== null) $text .= "  $indent- Tentative return [ $type ]\n";
        }
        return $text;
    }

    #[Internal] protected function capturedText_(string $indent): string {
        if (!$this->isClosure()) return "";
        $used = $this->getClosureUsedVariables();
        if (!$used) return "";
        $text = "\n$indent  - Bound Variables [" . count($used) . "] {\n";
        $at = 0;
        foreach ($used as $name => $value) $text .= "$indent      Variable #" . $at++ . " [ \$$name ]\n";
        return $text . "$indent  }\n";
    }
}

#[Internal]
class ReflectionFunction extends ReflectionFunctionAbstract {
    const int IS_DEPRECATED = 2048;

    public function __construct(Closure|string $function) {
        if ($function instanceof Closure) {
            $this->closure_ = $function;
            $this->func_ = Reflected_::funcOf_($function);
        } else {
            $this->func_ = Reflected_::funcNamed_($function)
                ?? throw new ReflectionException("Function " . ltrim($function, "\\") . "() does not exist");
        }
        $this->name = $this->facts_()["name"];
    }

    public function isAnonymous(): bool { return $this->isClosure() && str_starts_with($this->name, "{closure"); }

    #[Deprecated(since: "8.0", message: "as ReflectionFunction can no longer be constructed for disabled functions")]
    public function isDisabled(): bool { return false; }

    public function invoke(mixed ...$args): mixed { return call_user_func_array($this->getClosure(), $args); }
    public function invokeArgs(array $args): mixed { return call_user_func_array($this->getClosure(), $args); }

    public function getClosure(): Closure {
        return $this->closure_ ?? Reflected_::closure_($this->func_, null, null);
    }

    public function __toString(): string {
        $facts = $this->facts_();
        $text = $facts["internal"] || ($facts["doc"] ?? null) === null ? "" : $facts["doc"] . "\n";
        $text .= $this->isClosure() ? "Closure [ " : "Function [ ";
        $text .= $facts["internal"] ? "<internal" : "<user";
        if ($this->isDeprecated()) $text .= ", deprecated";
        if ($facts["internal"] && ($extension = $this->getExtensionName())) $text .= ":$extension";
        $text .= "> " . ($this->isStatic() && $this->isClosure() ? "static " : "") . "function ";
        if ($this->returnsReference()) $text .= "&";
        $text .= $this->name . " ] {\n";
        if (!$facts["internal"]) $text .= "  @@ {$facts["file"]} {$facts["start"]} - {$facts["end"]}\n";
        return $text . $this->capturedText_("") . $this->parametersText_("") . "}\n";
    }
}

#[Internal]
class ReflectionMethod extends ReflectionFunctionAbstract {
    const int IS_STATIC = 16;
    const int IS_PUBLIC = 1;
    const int IS_PROTECTED = 2;
    const int IS_PRIVATE = 4;
    const int IS_ABSTRACT = 64;
    const int IS_FINAL = 32;

    public string $class;
    #[Internal] protected array $row_;
    #[Internal] protected ?int $on_ = null;

    public function __construct(object|string $objectOrMethod, ?string $method = null) {
        $on = $objectOrMethod;
        if ($method === null) {
            if (is_object($on)) {
                throw new ArgumentCountError("ReflectionMethod::__construct() expects exactly 2 arguments, 1 given");
            }
            report_(E_DEPRECATED, "Calling ReflectionMethod::__construct() with 1 argument is deprecated, use ReflectionMethod::createFromMethodName() instead");
            $at = strpos($on, "::");
            if ($at === false) {
                throw new ReflectionException("ReflectionMethod::__construct(): Argument #1 (\$objectOrMethod) must be a valid method name");
            }
            $method = substr($on, $at + 2);
            $on = substr($on, 0, $at);
        }
        $class = Reflected_::classOf_($on);
        if ($class === null) throw new ReflectionException("Class \"$on\" does not exist");
        if ($on instanceof Closure && strtolower($method) === "__invoke") {
            $this->invokes_($on);
            return;
        }
        $row = Reflected_::method_($class, strtolower($method));
        // PHP: it is a method of each closure, not of the class.
        if ($row === null || $class === Reflected_::classOf_(Closure::class) && strtolower($method) === "__invoke") {
            $name = Reflected_::class_($class)["name"];
            throw new ReflectionException("Method $name::$method() does not exist");
        }
        $this->fill_($row);
        $this->on_ = $class;
    }

    // The method by which a closure is called: it has the signature of the closure.
    #[Internal] private function invokes_(Closure $closure): void {
        $class = Reflected_::classOf_($closure);
        $this->fill_([
            "name" => "__invoke", "class" => $class, "modifiers" => 1,
            "func" => Reflected_::funcOf_($closure), "proto" => null, "origin" => null,
        ]);
        $this->on_ = $class;
        $this->closure_ = $closure;
        $this->facts_ = ["internal" => true, "closure" => false, "doc" => null, "invokes" => true] + Reflected_::func_($this->func_);
    }

    // The function or method that `source_()` told of.
    #[Internal] public static function from_(array $source, array $facts, bool $plain = false): ReflectionFunctionAbstract {
        if ($source["row"] === null && ($plain || $facts["class"] === null)) {
            $made = Reflected_::new_(Reflected_::classOf_(ReflectionFunction::class));
            $made->name = $facts["name"];
        } else {
            $made = Reflected_::new_(Reflected_::classOf_(ReflectionMethod::class));
            $made->fill_($source["row"] ?? [
                "name" => $facts["name"], "class" => $facts["class"], "modifiers" => $facts["modifiers"] ?? 1,
                "func" => $source["func"], "proto" => null, "origin" => null,
            ]);
            $made->on_ = $source["on"] ?? $facts["class"];
        }
        $made->func_ = $source["func"];
        $made->closure_ = $source["closure"];
        $made->facts_ = $facts;
        return $made;
    }

    #[Internal] private function fill_(array $row): void {
        $this->row_ = $row;
        $this->func_ = $row["func"];
        $this->name = $row["name"];
        $this->class = Reflected_::class_($row["class"])["name"];
    }

    #[Internal] public static function of_(array $row, ?int $on = null): ReflectionMethod {
        $method = Reflected_::new_(Reflected_::classOf_(ReflectionMethod::class));
        $method->fill_($row);
        $method->on_ = $on ?? $row["class"];
        return $method;
    }

    public static function createFromMethodName(string $method): static {
        if (!str_contains($method, "::")) {
            throw new ReflectionException("ReflectionMethod::createFromMethodName(): Argument #1 (\$method) must be a valid method name");
        }
        [$class, $name] = explode("::", $method, 2);
        return new static($class, $name);
    }

    public function isPublic(): bool { return (bool) ($this->row_["modifiers"] & 1); }
    public function isPrivate(): bool { return (bool) ($this->row_["modifiers"] & 4); }
    public function isProtected(): bool { return (bool) ($this->row_["modifiers"] & 2); }
    public function isAbstract(): bool { return (bool) ($this->row_["modifiers"] & 64); }
    public function isFinal(): bool { return (bool) ($this->row_["modifiers"] & 32); }
    public function isConstructor(): bool { return strtolower($this->name) === "__construct"; }
    public function isDestructor(): bool { return strtolower($this->name) === "__destruct"; }
    public function getModifiers(): int { return $this->row_["modifiers"] & 119; }
    public function setAccessible(bool $accessible): void {}

    public function getClosure(?object $object = null): Closure {
        if ($this->isStatic()) return Reflected_::closure_($this->func_, null, $this->row_["class"]);
        if ($object === null) {
            throw new ValueError("ReflectionMethod::getClosure(): Argument #1 (\$object) cannot be null for non-static methods");
        }
        $this->checkObject_($object);
        if ($object instanceof Closure && $this->name === "__invoke") return $object;
        return Reflected_::closure_($this->func_, $object, null);
    }

    #[Internal] private function checkObject_(object $object): void {
        if (!Reflected_::isA_(Reflected_::classOf_($object), $this->row_["class"])) {
            throw new ReflectionException("Given object is not an instance of the class this method was declared in");
        }
    }

    public function invoke(#[Required] #[Shown("?object")] mixed $object = null, mixed ...$args): mixed {
        if (func_num_args() === 0 && !$this->isAbstract()) {
            throw new ArgumentCountError("ReflectionMethod::invoke() expects at least 1 argument, 0 given");
        }
        return $this->call_($object, $args, "invoke");
    }

    public function invokeArgs(#[Required] #[Shown("?object")] mixed $object = null, #[Required] array $args = []): mixed {
        return $this->call_($object, $args, "invokeArgs");
    }

    #[Internal] private function call_(mixed $object, array $args, string $method): mixed {
        if ($this->isAbstract()) {
            throw new ReflectionException("Trying to invoke abstract method {$this->class}::{$this->name}()");
        }
        if ($object !== null && !is_object($object)) {
            throw new TypeError("ReflectionMethod::$method(): Argument #1 (\$object) must be of type ?object, " . (is_bool($object) ? ($object ? "true" : "false") : get_debug_type($object)) . " given");
        }
        if ($this->isStatic()) {
            return call_user_func_array(Reflected_::closure_($this->func_, null, $this->on_ ?? $this->row_["class"]), $args);
        }
        if ($object === null) {
            throw new ReflectionException("Trying to invoke non static method {$this->class}::{$this->name}() without an object");
        }
        return call_user_func_array($this->getClosure($object), $args);
    }

    public function getDeclaringClass(): ReflectionClass { return ReflectionClass::of_($this->row_["class"]); }

    public function hasPrototype(): bool { return $this->row_["proto"] !== null && !$this->isConstructor_(); }

    #[Internal] private function isConstructor_(): bool {
        return $this->isConstructor() && !(Reflected_::method_($this->row_["proto"], "__construct")["modifiers"] & 64);
    }

    public function getPrototype(): ReflectionMethod {
        if (!$this->hasPrototype()) {
            throw new ReflectionException("Method {$this->class}::{$this->name} does not have a prototype");
        }
        return ReflectionMethod::of_(Reflected_::method_($this->row_["proto"], strtolower($this->name)));
    }

    #[Internal] public function text_(string $indent, ?int $class = null): string {
        $facts = $this->facts_();
        $text = $facts["internal"] || ($facts["doc"] ?? null) === null ? "" : $indent . $facts["doc"] . "\n";
        $text .= $indent . "Method [ ";
        $text .= $facts["internal"] ? "<internal" : "<user";
        if ($this->isDeprecated()) $text .= ", deprecated";
        if ($facts["internal"] && ($extension = $this->getExtensionName())) $text .= ":$extension";
        if ($class !== null && $class !== $this->row_["class"]) $text .= ", inherits {$this->class}";
        elseif ($class !== null && ($parent = Reflected_::class_($class)["parent"]) !== null) {
            $over = Reflected_::method_($parent, strtolower($this->name));
            if ($over !== null && !($over["modifiers"] & 4)) {
                $text .= ", overwrites " . Reflected_::class_($over["class"])["name"];
            }
        }
        if ($this->hasPrototype()) $text .= ", prototype " . Reflected_::class_($this->row_["proto"])["name"];
        if ($this->isConstructor()) $text .= ", ctor";
        $text .= "> ";
        if ($this->isAbstract()) $text .= "abstract ";
        if ($this->isFinal()) $text .= "final ";
        if ($this->isStatic()) $text .= "static ";
        $text .= $this->isPublic() ? "public " : ($this->isPrivate() ? "private " : "protected ");
        $text .= "method " . ($this->returnsReference() ? "&" : "") . $this->name . " ] {\n";
        if (!$facts["internal"]) $text .= "$indent  @@ {$facts["file"]} {$facts["start"]} - {$facts["end"]}\n";
        return $text . $this->parametersText_($indent) . "$indent}\n";
    }

    public function __toString(): string { return $this->text_("", $this->on_ ?? $this->row_["class"]); }
}
