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
        return ["core" => "Core", "spl" => "SPL", "reflection" => "Reflection", "phar" => "Phar", "simplexml" => "SimpleXML", "zend opcache" => "Zend OPcache"][$folded] ?? $folded;
    }

    // The classes of each extension, in the order in which PHP declares them.
    private const array CLASSES_ = [
        "Core" => "Traversable IteratorAggregate Iterator Serializable ArrayAccess Countable Stringable InternalIterator Throwable Exception ErrorException Error CompileError ParseError TypeError ArgumentCountError ValueError ArithmeticError DivisionByZeroError UnhandledMatchError RequestParseBodyException Closure Generator ClosedGeneratorException WeakReference WeakMap Attribute ReturnTypeWillChange AllowDynamicProperties SensitiveParameter SensitiveParameterValue Override Deprecated UnitEnum BackedEnum Fiber FiberError stdClass",
        "date" => "DateTimeInterface DateTime DateTimeImmutable DateTimeZone DateInterval DatePeriod DateError DateObjectError DateRangeError DateException DateInvalidTimeZoneException DateInvalidOperationException DateMalformedStringException DateMalformedIntervalStringException DateMalformedPeriodStringException",
        "hash" => "HashContext",
        "json" => "JsonSerializable JsonException",
        "random" => "Random\\Engine Random\\CryptoSafeEngine Random\\RandomError Random\\BrokenRandomEngineError Random\\RandomException Random\\Engine\\Mt19937 Random\\Engine\\PcgOneseq128XslRr64 Random\\Engine\\Xoshiro256StarStar Random\\Engine\\Secure Random\\Randomizer Random\\IntervalBoundary",
        "Reflection" => "ReflectionException Reflection Reflector ReflectionFunctionAbstract ReflectionFunction ReflectionGenerator ReflectionParameter ReflectionType ReflectionNamedType ReflectionUnionType ReflectionIntersectionType ReflectionMethod ReflectionClass ReflectionObject ReflectionProperty ReflectionClassConstant ReflectionExtension ReflectionZendExtension ReflectionReference ReflectionAttribute ReflectionEnum ReflectionEnumUnitCase ReflectionEnumBackedCase ReflectionFiber ReflectionConstant PropertyHookType",
        "sodium" => "SodiumException",
        "SPL" => "LogicException BadFunctionCallException BadMethodCallException DomainException InvalidArgumentException LengthException OutOfRangeException RuntimeException OutOfBoundsException OverflowException RangeException UnderflowException UnexpectedValueException RecursiveIterator OuterIterator RecursiveIteratorIterator IteratorIterator FilterIterator RecursiveFilterIterator CallbackFilterIterator RecursiveCallbackFilterIterator ParentIterator SeekableIterator LimitIterator CachingIterator RecursiveCachingIterator NoRewindIterator AppendIterator InfiniteIterator RegexIterator RecursiveRegexIterator EmptyIterator RecursiveTreeIterator ArrayObject ArrayIterator RecursiveArrayIterator SplFileInfo DirectoryIterator FilesystemIterator RecursiveDirectoryIterator GlobIterator SplFileObject SplTempFileObject SplDoublyLinkedList SplQueue SplStack SplHeap SplMinHeap SplMaxHeap SplPriorityQueue SplFixedArray SplObserver SplSubject SplObjectStorage MultipleIterator",
        "standard" => "__PHP_Incomplete_Class AssertionError RoundingMode php_user_filter StreamBucket Directory",
        "tokenizer" => "PhpToken",
    ];

    #[Internal] public static function ofClass_(string $class): string {
        foreach (self::CLASSES_ as $extension => $classes) {
            if (in_array($class, explode(" ", $classes), true)) return $extension;
        }
        return match (true) {
            str_starts_with($class, "Phar") => "Phar",
            str_starts_with($class, "Pcntl\\") => "pcntl",
            $class === "finfo" => "fileinfo",
            str_starts_with($class, "DOM"), str_starts_with($class, "Dom\\") => "dom",
            $class === "SimpleXMLElement", $class === "SimpleXMLIterator" => "SimpleXML",
            $class === "LibXMLError" => "libxml",
            $class === "XMLParser" => "xml",
            $class === "XMLReader" => "xmlreader",
            $class === "XMLWriter" => "xmlwriter",
            str_starts_with($class, "Session") => "session",
            str_starts_with($class, "BcMath\\") => "bcmath",
            $class === "GMP" => "gmp",
            $class === "InflateContext", $class === "DeflateContext" => "zlib",
            default => "SPL",
        };
    }

    // The extension of a function that is written in PHP.
    #[Internal] public static function ofFunction_(string $function): string {
        return match (true) {
            preg_match("/^(?:date|timezone)_/", $function) === 1 => "date",
            preg_match("/^m?hash(?:_|\$)/", $function) === 1 => "hash",
            preg_match("/^finfo_|^mime_content_type\$/", $function) === 1 => "fileinfo",
            str_starts_with($function, "filter_") => "filter",
            str_starts_with($function, "simplexml_") => "SimpleXML",
            str_starts_with($function, "spl_") => "SPL",
            str_starts_with($function, "mb_") => "mbstring",
            $function === "get_extension_funcs" => "Core",
            str_starts_with($function, "opcache_") => "Zend OPcache",
            str_starts_with($function, "dom\\") => "dom",
            default => "standard",
        };
    }

    public function getName(): string { return $this->name; }
    public function getVersion(): ?string { return phpversion($this->name) ?: null; }

    public function getFunctions(): array {
        $functions = [];
        foreach (get_extension_funcs($this->name) ?: [] as $name) $functions[$name] = new ReflectionFunction($name);
        return $functions;
    }

    public function getConstants(): array { return get_defined_constants(true)[$this->name] ?? []; }
    public function getINIEntries(): array { return @ini_get_all(strtolower($this->name), false) ?: []; }

    public function getClasses(): array {
        $classes = [];
        foreach ($this->getClassNames() as $name) $classes[$name] = enum_exists($name) ? new ReflectionEnum($name) : new ReflectionClass($name);
        return $classes;
    }

    public function getClassNames(): array {
        $known = explode(" ", self::CLASSES_[$this->name] ?? "");
        return array_values(array_filter($known, fn($class) => $class !== "" && (class_exists($class) || interface_exists($class))));
    }

    public function getDependencies(): array {
        return [
            "dom" => ["libxml" => "Required", "domxml" => "Conflicts"],
            "session" => ["spl" => "Optional"],
            "simplexml" => ["libxml" => "Required", "spl" => "Required"],
            "sodium" => ["standard" => "Required"],
            "SPL" => ["json" => "Required"],
            "standard" => ["session" => "Optional"],
            "xml" => ["libxml" => "Required"],
            "xmlreader" => ["libxml" => "Required", "dom" => "Optional"],
            "xmlwriter" => ["libxml" => "Required"],
        ][strtolower($this->name)] ?? ["SPL" => ["json" => "Required"]][$this->name] ?? [];
    }

    public function info(): void { phpinfo_extension_($this->name); }
    public function isPersistent(): bool { return true; }
    public function isTemporary(): bool { return false; }

    public function __toString(): string {
        $number = array_search($this->name, get_loaded_extensions(), true);
        $text = "Extension [ <persistent> extension #$number {$this->name} version {$this->getVersion()} ] {\n";
        $rows = "";
        $settings = @ini_get_all(strtolower($this->name)) ?: [];
        // PHP: settings come as they were declared.
        if ($this->name === "pcre") $settings = array_replace(array_fill_keys(["pcre.backtrack_limit", "pcre.recursion_limit", "pcre.jit"], null), $settings);
        foreach ($settings as $name => $row) {
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
class ReflectionZendExtension implements Reflector {
    public string $name;

    private function __clone(): void {}

    public function __construct(string $name) {
        if (!in_array($name, get_loaded_extensions(true), true)) throw new ReflectionException("Zend Extension \"$name\" does not exist");
        $this->name = $name;
    }

    public function getName(): string { return $this->name; }
    public function getVersion(): string { return PHP_VERSION; }
    public function getAuthor(): string { return "Zend Technologies"; }
    public function getURL(): string { return "http://www.zend.com/"; }
    public function getCopyright(): string { return "Copyright (c)"; }

    public function __toString(): string {
        return "Zend Extension [ {$this->name} {$this->getVersion()} {$this->getCopyright()} by {$this->getAuthor()} <{$this->getURL()}> ]\n";
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
