<?php
// The texts of whole classes.
final class ReflectionDump_ {
    public static function class_(ReflectionClass $class, ?object $object): string {
        $text = $class->getDocComment() === false ? "" : $class->getDocComment() . "\n";
        $text .= $object !== null && !$object instanceof Closure ? "Object of class [ " : match ($class->fact_("kind")) {
            "interface" => "Interface [ ", "trait" => "Trait [ ", default => "Class [ ",
        };
        $text .= $class->isInternal() ? "<internal:" . $class->getExtensionName() . ">" : "<user>";
        $text .= " ";
        if ($class->fact_("kind") === "class" && $class->iterates_()) $text .= "<iterateable> ";
        if ($class->fact_("kind") === "interface") $text .= "interface ";
        elseif ($class->fact_("kind") === "trait") $text .= "trait ";
        else {
            if ($class->isAbstract()) $text .= "abstract ";
            if ($class->isFinal() && !($class->isEnum() && $class->isInternal())) $text .= "final ";
            if ($class->isReadOnly()) $text .= "readonly ";
            $text .= "class ";
        }
        $text .= $class->name;
        if ($parent = $class->getParentClass()) $text .= " extends {$parent->name}";
        if ($interfaces = $class->getInterfaceNames()) {
            // A class of the engine that has a text is Stringable before anything else.
            if ($class->isInternal() && in_array("Stringable", $interfaces, true)) {
                $interfaces = ["Stringable", ...array_diff($interfaces, ["Stringable"])];
            }
            $text .= ($class->isInterface() ? " extends " : " implements ") . implode(", ", $interfaces);
        }
        $text .= " ] {\n";
        if (!$class->isInternal()) $text .= "  @@ {$class->getFileName()} {$class->getStartLine()}-{$class->getEndLine()}\n";
        $text .= self::block_("Constants", array_map(fn($row) => $row->text_("    "), $class->getReflectionConstants()), "");
        [$static, $own] = self::split_(array_filter($class->getProperties(), fn($row) => $row->isDefault()));
        [$staticMethods, $methods] = self::split_(array_filter($class->getMethods(),
            fn($row) => !$row->isPrivate() || $row->class === $class->name));
        $text .= self::block_("Static properties", array_map(fn($row) => $row->text_("    "), $static), "");
        $number = $class->number_();
        $text .= self::block_("Static methods", array_map(fn($row) => $row->text_("    ", $number), $staticMethods), "\n");
        $text .= self::block_("Properties", array_map(fn($row) => $row->text_("    "), $own), "");
        if ($object !== null && !$object instanceof Closure) {
            $dynamic = array_filter($class->getProperties(), fn($row) => $row->isDynamic() && !ReflectionDump_::inherits_($class, $row->name));
            $text .= self::block_("Dynamic properties", array_map(fn($row) => $row->text_("    "), $dynamic), "");
        }
        $text .= self::block_("Methods", array_map(fn($row) => $row->text_("    ", $number), $methods), "\n");
        return $text . "}\n";
    }

    // Whether a class below has a private property of this name.
    private static function inherits_(ReflectionClass $class, string $name): bool {
        while ($class = $class->getParentClass()) {
            if ($class->hasProperty($name)) return true;
        }
        return false;
    }

    private static function split_(array $rows): array {
        $static = [];
        $own = [];
        foreach ($rows as $row) {
            if ($row->isStatic()) $static[] = $row;
            else $own[] = $row;
        }
        return [$static, $own];
    }

    private static function block_(string $title, array $rows, string $between): string {
        $text = "\n  - $title [" . count($rows) . "] {\n" . implode($between, $rows);
        return $text . "  }\n";
    }
}
