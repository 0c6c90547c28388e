<?php
#[Internal]
class ReflectionExtension implements Reflector {
    public string $name;

    private function __clone(): void {}

    public function __construct(string $name) {
        if (!extension_loaded($name) && strcasecmp($name, "reflection") !== 0 && strcasecmp($name, "spl") !== 0) throw new ReflectionException("Extension \"$name\" does not exist");
        $this->name = ReflectionExtension::named_(strtolower($name));
    }

    // The name of an extension as it is shown.
    #[Internal] public static function named_(string $folded): string {
        return ["core" => "Core", "spl" => "SPL", "reflection" => "Reflection", "phar" => "Phar"][$folded] ?? $folded;
    }

    #[Internal] public static function ofClass_(string $class): string {
        $known = ["stdClass", "Closure", "Generator", "Fiber", "FiberError", "WeakMap", "WeakReference", "Traversable",
            "Iterator", "IteratorAggregate", "ArrayAccess", "Countable", "Serializable", "Stringable", "UnitEnum",
            "BackedEnum", "Throwable", "Exception", "Error", "ErrorException", "CompileError", "ParseError", "TypeError",
            "ValueError", "ArithmeticError", "DivisionByZeroError", "ArgumentCountError", "UnhandledMatchError",
            "ClosedGeneratorException", "Attribute", "ReturnTypeWillChange", "AllowDynamicProperties",
            "SensitiveParameter", "SensitiveParameterValue", "Override", "Deprecated", "InternalIterator",
            "RequestParseBodyException"];
        if ($class === "" || in_array($class, $known, true)) return "Core";
        if (str_starts_with($class, "Reflect") || $class === "PropertyHookType") return "Reflection";
        if (str_starts_with($class, "Json")) return "json";
        if (in_array($class, ["AssertionError", "__PHP_Incomplete_Class", "php_user_filter", "Directory", "RoundingMode", "StreamBucket"], true)) return "standard";
        return "SPL";
    }

    public function getName(): string { return $this->name; }
    public function getVersion(): ?string { return phpversion($this->name) ?: null; }

    public function getFunctions(): array {
        $functions = [];
        foreach (get_extension_funcs($this->name) ?: [] as $name) $functions[$name] = new ReflectionFunction($name);
        return $functions;
    }

    public function getConstants(): array { return get_defined_constants(true)[$this->name] ?? []; }
    public function getINIEntries(): array { return []; }

    public function getClasses(): array {
        $classes = [];
        foreach ($this->getClassNames() as $name) $classes[$name] = new ReflectionClass($name);
        return $classes;
    }

    public function getClassNames(): array {
        $names = [];
        foreach ([...get_declared_classes(), ...get_declared_interfaces()] as $name) {
            $class = new ReflectionClass($name);
            if ($class->isInternal() && strcasecmp(ReflectionExtension::ofClass_($name), $this->name) === 0) $names[] = $name;
        }
        return $names;
    }

    public function getDependencies(): array { return []; }
    public function info(): void {}
    public function isPersistent(): bool { return true; }
    public function isTemporary(): bool { return false; }

    public function __toString(): string {
        $number = array_search($this->name, get_loaded_extensions(), true);
        $text = "Extension [ <persistent> extension #$number {$this->name} version {$this->getVersion()} ] {\n";
        $rows = "";
        foreach (@ini_get_all(strtolower($this->name)) ?: [] as $name => $row) {
            $access = [7 => "ALL", 6 => "PERDIR,SYSTEM", 4 => "SYSTEM"][$row["access"]];
            $rows .= "    Entry [ $name <$access> ]\n      Current = '{$row["local_value"]}'\n    }\n";
        }
        if ($rows !== "") $text .= "\n  - INI {\n$rows  }\n";
        $rows = "";
        $constants = $this->getConstants();
        foreach ($constants as $name => $value) {
            $type = get_debug_type($value);
            $shown = is_bool($value) ? (int) $value : (is_array($value) ? "Array" : $value);
            $rows .= "    Constant [ <persistent> $type $name ] { $shown }\n";
        }
        if ($rows !== "") $text .= "\n  - Constants [" . count($constants) . "] {\n$rows  }\n";
        $rows = "";
        foreach ($this->getFunctions() as $function) $rows .= "    " . str_replace("\n", "\n    ", rtrim((string) $function)) . "\n";
        if ($rows !== "") $text .= "\n  - Functions {\n" . str_replace("\n    \n", "\n\n", $rows) . "  }\n";
        $rows = [];
        foreach ($this->getClasses() as $class) $rows[] = "    " . str_replace("\n", "\n    ", rtrim((string) $class)) . "\n";
        if ($rows) {
            $count = count($rows);
            $text .= "\n  - Classes [$count] {\n" . str_replace("\n    \n", "\n\n", implode("\n", $rows)) . "  }\n";
        }
        return $text . "}\n";
    }
}

#[Internal]
final class ReflectionReference {
    #[Internal] private int $id_ = 0;

    private function __construct() {}
    private function __clone(): void {}

    public static function fromArrayElement(array $array, int|string $key): ?ReflectionReference {
        $id = Reflected_::refId_($array, $key);
        if ($id === false) throw new ReflectionException("Array key not found");
        if ($id === null) return null;
        $made = new ReflectionReference;
        $made->id_ = $id;
        return $made;
    }

    public function getId(): string { return sha1("reference {$this->id_}", true); }
}
