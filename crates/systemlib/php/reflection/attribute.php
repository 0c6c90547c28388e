<?php
#[Internal]
class ReflectionAttribute implements Reflector {
    const int IS_INSTANCEOF = 2;

    public string $name;
    #[Internal] private array $args_;
    #[Internal] private int $target_;
    #[Internal] private bool $repeated_;

    private function __construct(#[Unshown] mixed ...$args) { throw new ReflectionException("Cannot directly instantiate ReflectionAttribute"); }
    private function __clone(): void {}

    public static function of_(array $row, int $target, bool $repeated): ReflectionAttribute {
        $attribute = Reflected_::new_(Reflected_::classOf_(ReflectionAttribute::class));
        $attribute->name = $row[0];
        $attribute->args_ = $row[1];
        $attribute->target_ = $target;
        $attribute->repeated_ = $repeated;
        return $attribute;
    }

    public function getName(): string { return $this->name; }
    public function getTarget(): int { return $this->target_; }
    public function isRepeated(): bool { return $this->repeated_; }

    public function getArguments(): array {
        $args = [];
        foreach ($this->args_ as [$name, $init]) {
            $value = Reflected_::value_($init);
            if ($name === null) $args[] = $value;
            else $args[$name] = $value;
        }
        return $args;
    }

    public function newInstance(): object {
        $class = Reflected_::classOf_($this->name);
        if ($class === null) throw new Error("Attribute class \"{$this->name}\" not found");
        $facts = Reflected_::class_($class);
        $flags = $this->flags_($facts);
        if (!($flags & $this->target_)) {
            $names = [
                1 => "class", 2 => "function", 4 => "method", 8 => "property", 16 => "class constant",
                32 => "parameter", 64 => "constant",
            ];
            $allowed = [];
            foreach ($names as $bit => $text) {
                if ($flags & $bit && $bit < 64) $allowed[] = $text;
            }
            $allowed = implode(", ", $allowed);
            throw new Error("Attribute \"{$this->name}\" cannot target {$names[$this->target_]} (allowed targets: $allowed)");
        }
        if ($this->repeated_ && !($flags & 64)) {
            throw new Error("Attribute \"{$this->name}\" must not be repeated");
        }
        $args = $this->getArguments();
        if ($facts["construct"] === null) {
            $object = Reflected_::new_($class);
            foreach ($args as $name => $_) {
                if (is_string($name)) throw new Error("Unknown named parameter \$$name");
                throw new Error("Attribute class {$facts["name"]} does not have a constructor, cannot pass arguments");
            }
            return $object;
        }
        if (!($facts["construct"] & 1)) {
            $kind = $facts["construct"] & 2 ? "protected" : "private";
            throw new Error("Call to $kind {$facts["name"]}::__construct() from global scope");
        }
        $object = Reflected_::new_($class);
        $construct = Reflected_::method_($class, "__construct");
        Reflected_::closure_($construct["func"], $object, null)(...$args);
        return $object;
    }

    // What an attribute's class says of where it may stand.
    private function flags_(array $facts): int {
        $known = [
            "attribute" => 1, "returntypewillchange" => 4, "allowdynamicproperties" => 1,
            "sensitiveparameter" => 32, "override" => 4, "deprecated" => 22,
        ];
        $folded = strtolower($facts["name"]);
        if ($facts["internal"]) return $known[$folded] ?? 63;
        foreach ($facts["attributes"] as [$name, $args]) {
            if (strcasecmp($name, "Attribute") !== 0) continue;
            if ($facts["kind"] !== "class" || $facts["abstract"]) {
                $what = $facts["kind"] === "class" ? "abstract class" : $facts["kind"];
                throw new Error("Cannot apply #[Attribute] to $what {$facts["name"]}");
            }
            if (!$args) return 63;
            $flags = Reflected_::value_($args[0][1]);
            if (!is_int($flags)) {
                $given = get_debug_type($flags);
                throw new Error("Attribute::__construct(): Argument #1 (\$flags) must be of type int, $given given");
            }
            if ($flags & ~127) throw new Error("Invalid attribute flags specified");
            return $flags;
        }
        throw new Error("Attempting to use non-attribute class \"{$this->name}\" as attribute");
    }

    public function __toString(): string {
        $args = $this->args_;
        if (!$args) return "Attribute [ {$this->name} ]\n";
        $text = "Attribute [ {$this->name} ] {\n  - Arguments [" . count($args) . "] {\n";
        $at = 0;
        foreach ($args as [$name, $init]) {
            $label = $name === null ? "" : "$name = ";
            $text .= "    Argument #$at [ $label" . ($init[0] ? $init[2] : ReflectionParameter::exported_($init[1])) . " ]\n";
            $at++;
        }
        return $text . "  }\n}\n";
    }
}
