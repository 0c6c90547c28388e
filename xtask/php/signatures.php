<?php
// What Reflection tells of the declarations of the extensions, for comparison: a line for each
// function, class, member and constant, made of extension, name and declaration with tabs between.
// Arguments are names of extensions; lines of standard input say what to look for besides what the
// engine lists: `function NAME`, `class NAME`.
error_reporting(E_ALL & ~E_DEPRECATED);

function value(mixed $value): string {
    return match (true) {
        $value instanceof UnitEnum => $value::class . "::$value->name",
        is_object($value), is_resource($value) => get_debug_type($value),
        is_array($value) => '[' . implode(', ', array_map(element(...), array_keys($value), $value)) . ']',
        is_string($value) => '"' . addcslashes($value, "\0..\37\"\\\177..\377") . '"',
        default => str_replace("\n", ' ', var_export($value, true)),
    };
}

function element(int|string $key, mixed $value): string {
    return value($key) . ' => ' . value($value);
}

function attributes(array $attributes): string {
    $shown = '';
    foreach ($attributes as $attribute) {
        $shown .= "#[{$attribute->getName()}(" . value($attribute->getArguments()) . ')] ';
    }
    return $shown;
}

function parameter(ReflectionParameter $parameter): string {
    $shown = attributes($parameter->getAttributes());
    $shown .= $parameter->hasType() ? $parameter->getType() . ' ' : '';
    $shown .= $parameter->isPassedByReference() ? ($parameter->canBePassedByValue() ? '&?' : '&') : '';
    $shown .= ($parameter->isVariadic() ? '...' : '') . '$' . $parameter->getName();
    if ($parameter->isOptional() && !$parameter->isVariadic()) {
        $shown .= ' = ' . initial($parameter);
    }
    return $shown;
}

function initial(ReflectionParameter $parameter): string {
    if (!$parameter->isDefaultValueAvailable()) {
        return '?';
    }
    $is_named = $parameter->isDefaultValueConstant();
    return $is_named ? $parameter->getDefaultValueConstantName() : value($parameter->getDefaultValue());
}

function callee(ReflectionFunctionAbstract $function): string {
    $shown = attributes($function->getAttributes());
    $shown .= $function->isDeprecated() ? 'deprecated ' : '';
    $shown .= $function->isGenerator() ? 'generator ' : '';
    $shown .= ($function->returnsReference() ? '&' : '');
    $shown .= '(' . implode(', ', array_map(parameter(...), $function->getParameters())) . ')';
    $shown .= $function->hasReturnType() ? ': ' . $function->getReturnType() : '';
    $shown .= $function->hasTentativeReturnType() ? ': tentative ' . $function->getTentativeReturnType() : '';
    return "$shown, {$function->getNumberOfRequiredParameters()} required";
}

function modifiers(ReflectionClass|ReflectionMethod|ReflectionProperty|ReflectionClassConstant $of): string {
    return implode(' ', Reflection::getModifierNames($of->getModifiers()));
}

function type(ReflectionClass $class): string {
    $kind = match (true) {
        $class->isInterface() => 'interface',
        $class->isTrait() => 'trait',
        $class->isEnum() => 'enum',
        default => 'class',
    };
    $interfaces = $class->getInterfaceNames();
    sort($interfaces);
    $shown = attributes($class->getAttributes()) . modifiers($class) . " $kind";
    $shown .= $class->isEnum() ? ': ' . (new ReflectionEnum($class->name))->getBackingType() : '';
    $parent = $class->getParentClass();
    $shown .= ($parent ? " extends $parent->name" : '') . ' implements ' . implode(', ', $interfaces);
    foreach (['isInstantiable', 'isCloneable', 'isIterable', 'isInternal'] as $question) {
        $shown .= $class->$question() ? " $question" : '';
    }
    return $shown;
}

function property(ReflectionProperty $property): string {
    $shown = attributes($property->getAttributes()) . modifiers($property);
    $shown .= $property->hasType() ? ' ' . $property->getType() : '';
    $shown .= $property->isVirtual() ? ' virtual' : '';
    $shown .= $property->isPromoted() ? ' promoted' : '';
    foreach ($property->getHooks() as $name => $hook) {
        $shown .= " $name " . callee($hook);
    }
    return $shown . ($property->hasDefaultValue() ? ' = ' . value($property->getDefaultValue()) : '');
}

function class_constant(ReflectionClassConstant $constant): string {
    $shown = attributes($constant->getAttributes()) . modifiers($constant);
    $shown .= $constant->isDeprecated() ? ' deprecated' : '';
    $shown .= $constant->isEnumCase() ? ' case' : '';
    $shown .= $constant->hasType() ? ' ' . $constant->getType() : '';
    return "$shown = " . value($constant->getValue());
}

/** Whether a member is the class's own; those it inherits are told where they are declared. */
function is_own(ReflectionClass $class, object $member): bool {
    return $member->getDeclaringClass()->name === $class->name;
}

function tell(string $extension, string $name, string $declaration): void {
    global $argv;
    if (in_array($extension, $argv, true)) {
        echo "$extension\t$name\t$declaration\n";
    }
}

function members(ReflectionClass $class): void {
    $extension = (string) $class->getExtensionName();
    foreach ($class->getMethods() as $method) {
        if (is_own($class, $method)) {
            tell($extension, "method $class->name::$method->name", modifiers($method) . ' ' . callee($method));
        }
    }
    foreach ($class->getProperties() as $property) {
        if (is_own($class, $property)) {
            tell($extension, "property $class->name::$property->name", property($property));
        }
    }
    foreach ($class->getReflectionConstants() as $constant) {
        if (is_own($class, $constant)) {
            tell($extension, "constant $class->name::$constant->name", class_constant($constant));
        }
    }
}

$functions = get_defined_functions()['internal'];
$classes = [...get_declared_classes(), ...get_declared_interfaces(), ...get_declared_traits()];
while (($line = fgets(STDIN)) !== false) {
    [$kind, $name] = explode(' ', rtrim($line), 2);
    if ($kind === 'function' && function_exists($name)) {
        $functions[] = strtolower($name);
    }
    if ($kind === 'class' && (class_exists($name) || interface_exists($name))) {
        $classes[] = $name;
    }
}
foreach (array_unique($functions) as $name) {
    $function = new ReflectionFunction($name);
    tell((string) $function->getExtensionName(), 'function ' . strtolower($function->name), callee($function));
}
foreach (array_unique($classes) as $name) {
    $class = new ReflectionClass($name);
    tell((string) $class->getExtensionName(), "class $class->name", type($class));
    members($class);
}
foreach (get_defined_constants(true) as $extension => $constants) {
    foreach ($constants as $name => $value) {
        $deprecated = (new ReflectionConstant($name))->isDeprecated() ? 'deprecated ' : '';
        tell($extension, "constant $name", $deprecated . get_debug_type($value) . ' ' . value($value));
    }
}
