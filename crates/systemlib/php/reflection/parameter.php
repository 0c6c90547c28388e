<?php
#[Internal]
class ReflectionParameter implements Reflector {
    #[Internal] private array $source_;
    #[Internal] private array $of_;
    #[Internal] private int $at_;
    #[Internal] private array $facts_;
    public string $name;

    private function __clone(): void {}

    public function __construct($function, int|string $param) {
        if ($function instanceof Closure) {
            $of = new ReflectionFunction($function);
        } elseif (is_string($function)) {
            $of = new ReflectionFunction($function);
        } elseif (is_array($function)) {
            if (count($function) !== 2 || !isset($function[0], $function[1])) {
                throw new ReflectionException("Expected array(\$object, \$method) or array(\$classname, \$method)");
            }
            $of = new ReflectionMethod($function[0], $function[1]);
        } else {
            throw new ReflectionException("ReflectionParameter::__construct(): Argument #1 (\$function) must be a string, an array(class, method), or a callable object, " . get_debug_type($function) . " given");
        }
        $params = $of->factsOf_()["params"] ?? [];
        $found = null;
        if (is_int($param)) {
            if ($param < 0) throw new ValueError("ReflectionParameter::__construct(): Argument #2 (\$param) must be greater than or equal to 0");
            if (!isset($params[$param])) {
                throw new ReflectionException("The parameter specified by its offset could not be found");
            }
            $found = $param;
        } else {
            foreach ($params as $at => $row) {
                if ($row["name"] === $param) $found = $at;
            }
            if ($found === null) {
                throw new ReflectionException("The parameter specified by its name could not be found");
            }
        }
        $this->fill_($of, $found);
    }

    #[Internal] private function fill_(ReflectionFunctionAbstract $function, int $at): void {
        $this->source_ = $function->source_();
        $this->of_ = $function->factsOf_();
        $this->at_ = $at;
        $this->facts_ = $this->of_["params"][$at];
        $this->name = $this->facts_["name"];
    }

    #[Internal] public static function of_(ReflectionFunctionAbstract $function, int $at): ReflectionParameter {
        $param = Reflected_::new_(Reflected_::classOf_(ReflectionParameter::class));
        $param->fill_($function, $at);
        return $param;
    }

    public function getName(): string { return $this->name; }
    public function getPosition(): int { return $this->at_; }
    public function isPassedByReference(): bool { return ($this->facts_["byRef"] ?? false) || ($this->facts_["prefersRef"] ?? false); }
    public function canBePassedByValue(): bool { return !($this->facts_["byRef"] ?? false); }
    public function isVariadic(): bool { return $this->facts_["variadic"] ?? false; }
    public function isPromoted(): bool { return $this->facts_["promoted"] ?? false; }
    public function isOptional(): bool { return $this->at_ >= ($this->of_["required"] ?? 0); }

    public function getDeclaringFunction(): ReflectionFunctionAbstract {
        return ReflectionMethod::from_($this->source_, $this->of_);
    }

    public function getDeclaringClass(): ?ReflectionClass {
        $class = $this->of_["class"];
        return $class === null ? null : ReflectionClass::of_($class);
    }

    public function hasType(): bool { return ($this->facts_["type"] ?? null) !== null; }

    public function getType(): ?ReflectionType {
        return Reflected_::type_($this->facts_["type"] ?? null, $this->of_["class"]);
    }

    public function allowsNull(): bool {
        $type = $this->getType();
        return $type === null || $type->allowsNull();
    }

    #[Deprecated(since: "8.0", message: "use ReflectionParameter::getType() instead")]
    public function getClass(): ?ReflectionClass {
        $name = ltrim($this->facts_["type"] ?? "", "?");
        if ($name === "" || strpbrk($name, "|&") !== false) return null;
        $own = $this->of_["class"];
        switch (strtolower($name)) {
            case "self":
                return $own === null ? throw new ReflectionException("Parameter uses \"self\" as type but function is not a class member") : ReflectionClass::of_($own);
            case "parent":
                if ($own === null) throw new ReflectionException("Parameter uses \"parent\" as type but function is not a class member");
                return ReflectionClass::of_($own)->getParentClass()
                    ?: throw new ReflectionException("Parameter uses \"parent\" as type although class does not have a parent");
        }
        if (ReflectionNamedType::builtin_($name)) return null;
        return new ReflectionClass($name);
    }

    #[Deprecated(since: "8.0", message: "use ReflectionParameter::getType() instead")]
    public function isArray(): bool {
        return in_array($this->facts_["type"] ?? null, ["array", "?array"], true);
    }

    #[Deprecated(since: "8.0", message: "use ReflectionParameter::getType() instead")]
    public function isCallable(): bool {
        return in_array($this->facts_["type"] ?? null, ["callable", "?callable"], true);
    }

    public function isDefaultValueAvailable(): bool {
        return array_key_exists("value", $this->facts_) || isset($this->facts_["code"]);
    }

    public function getDefaultValue(): mixed {
        if (array_key_exists("value", $this->facts_)) return $this->facts_["value"];
        if (!isset($this->facts_["code"])) {
            throw new ReflectionException("Internal error: Failed to retrieve the default value");
        }
        return Reflected_::evaluate_($this->facts_["run"] ?? $this->facts_["code"], $this->of_["class"], $this->source_["func"]);
    }

    public function isDefaultValueConstant(): bool {
        $this->requireDefault_();
        return $this->constantName_() !== null;
    }

    public function getDefaultValueConstantName(): ?string {
        $this->requireDefault_();
        return $this->constantName_();
    }

    #[Internal] private function requireDefault_(): void {
        if (!$this->isDefaultValueAvailable()) {
            throw new ReflectionException("Internal error: Failed to retrieve the default value");
        }
    }

    #[Internal] private function constantName_(): ?string {
        $code = $this->facts_["code"] ?? "";
        if (in_array(strtolower($code), ["null", "true", "false"], true)) return null;
        if ($code !== "" && (ctype_digit($code) || str_starts_with($code, "__"))) return null;
        if (strspn($code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789\\:") !== strlen($code)) return null;
        return $code === "" ? null : ltrim($code, "\\");
    }

    public function getAttributes(?string $name = null, int $flags = 0): array {
        return Reflected_::attributes_($this->facts_["attributes"] ?? [], 32, $name, $flags,
            "ReflectionParameter::getAttributes");
    }

    // A value as the texts of reflection show it.
    #[Internal] public static function exported_(mixed $value): string {
        if (is_bool($value)) return $value ? "true" : "false";
        if ($value === null) return "NULL";
        if (is_string($value)) return "'" . (strlen($value) > 15 ? substr($value, 0, 15) . "..." : $value) . "'";
        if (is_array($value)) {
            $parts = [];
            $list = array_is_list($value);
            foreach ($value as $key => $item) {
                $item = ReflectionParameter::exported_($item);
                $parts[] = $list ? $item : (is_int($key) ? "$key => $item" : "'$key' => $item");
            }
            return "[" . implode(", ", $parts) . "]";
        }
        if ($value instanceof UnitEnum) return $value::class . "::" . $value->name;
        if (is_object($value)) return "object(" . $value::class . ")";
        return (string) $value;
    }

    // A value as the declaration of a builtin writes it.
    #[Internal] public static function written_(mixed $value): string {
        if ($value === null) return "null";
        if (is_string($value)) return "\"" . addcslashes($value, "\n\r\t\v\0\"\\") . "\"";
        return ReflectionParameter::exported_($value);
    }

    // A default value that is no literal, as PHP prints its expression.
    #[Internal] private function codeText_(): string {
        $code = $this->facts_["code"];
        if ($this->of_["internal"]) return $code;
        // What stands outside of strings: without a name in it all is known.
        $bare = preg_replace("/'(?:[^'\\\\]|\\\\.)*'/s", "", $code);
        if (preg_match("/[a-z\\\\(]/i", preg_replace("/\\b(?:null|true|false)\\b|[0-9.]+E[+-]?[0-9]+/i", "", $bare))
            && !in_array($code, ["__CLASS__", "__LINE__", "__FILE__", "__DIR__", "__FUNCTION__", "__METHOD__", "__NAMESPACE__"], true)) {
            return $code;
        }
        return ReflectionParameter::exported_($this->getDefaultValue());
    }

    public function __toString(): string {
        $text = "Parameter #{$this->at_} [ ";
        $text .= $this->isOptional() ? "<optional> " : "<required> ";
        if ($this->hasType()) $text .= $this->getType() . " ";
        if ($this->isPassedByReference()) $text .= "&";
        if ($this->isVariadic()) $text .= "...";
        $text .= "\${$this->name}";
        if ($this->isOptional() && !$this->isVariadic()) {
            if (array_key_exists("value", $this->facts_)) {
                $value = $this->facts_["value"];
                $text .= " = " . ($this->of_["internal"] ? ReflectionParameter::written_($value) : ReflectionParameter::exported_($value));
            }
            elseif (isset($this->facts_["code"])) $text .= " = " . $this->codeText_();
            elseif ($this->of_["internal"]) $text .= " = <default>";
        }
        return $text . " ]";
    }
}
