<?php
$asked = [
    "ReflectionFunction" => ["invoke", "invokeArgs", "getClosure", "getNumberOfParameters"],
    "ReflectionMethod" => ["invoke", "invokeArgs", "getClosure", "isAbstract", "isStatic", "getModifiers"],
    "ReflectionProperty" => ["getValue", "isInitialized", "getModifiers", "hasHooks"],
    "ReflectionClass" => ["newInstance", "getConstants", "isFinal", "getMethods"],
    "ReflectionClassConstant" => ["getValue", "isPublic", "getModifiers"],
    "ReflectionAttribute" => ["getArguments", "getTarget"],
    "ReflectionParameter" => ["getDefaultValue", "getPosition", "isOptional"],
    "ReflectionNamedType" => ["getName", "allowsNull", "isBuiltin"],
];
foreach ($asked as $class => $methods) {
    $made = (new ReflectionClass($class))->newInstanceWithoutConstructor();
    foreach ($methods as $method) {
        try {
            var_dump($made->$method());
        } catch (Error $error) {
            echo "$class::$method(): ", $error::class, ": ", $error->getMessage(), "\n";
        }
    }
}
class Mine extends ReflectionFunction { public function __construct() {} }
try { (new Mine)->invoke(1); } catch (Error $error) { echo $error->getMessage(), "\n"; }
