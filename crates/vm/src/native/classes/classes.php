<?php

/** The name of an object's class. */
function get_class(object $object = UNKNOWN): string {}

/** The name of the class above. */
#[__Reenters]
function get_parent_class(object|string $object_or_class = UNKNOWN): string|false {}

/** The name of the class that `static` means. */
function get_called_class(): string {}

/** The properties of an object that the caller sees. */
#[__Reenters]
function get_object_vars(object $object): array {}

/** All properties of an object, under the names that arrays of it have. */
function get_mangled_object_vars(object $object): array {}

/** The first values of a class's properties that the caller sees. */
#[__Reenters]
function get_class_vars(string $class): array {}

/** The names of the methods that the caller may call. */
#[__Reenters]
function get_class_methods(object|string $object_or_class): array {}

/** Whether there is a method. */
#[__Reenters]
function method_exists($object_or_class, string $method): bool {}

/** Whether there is a property. */
#[__Reenters]
function property_exists($object_or_class, string $property): bool {}

/** Whether there is a class. */
#[__Reenters]
function class_exists(string $class, bool $autoload = true): bool {}

/** Whether there is an interface. */
#[__Reenters]
function interface_exists(string $interface, bool $autoload = true): bool {}

/** Whether there is a trait. */
#[__Reenters]
function trait_exists(string $trait, bool $autoload = true): bool {}

/** Whether there is an enum. */
#[__Reenters]
function enum_exists(string $enum, bool $autoload = true): bool {}

/** Whether an object is of a class or one below it. */
#[__Reenters]
function is_a(mixed $object_or_class, string $class, bool $allow_string = false): bool {}

/** Whether an object is of a class below another. */
#[__Reenters]
function is_subclass_of(mixed $object_or_class, string $class, bool $allow_string = true): bool {}

/** Gives a class another name. */
#[__Reenters]
function class_alias(string $class, string $alias, bool $autoload = true): bool {}

/** The names of all classes. */
function get_declared_classes(): array {}

/** The names of all interfaces. */
function get_declared_interfaces(): array {}

/** The names of all traits. */
function get_declared_traits(): array {}

/** An object of a class, whose constructor has not run. */
function object_new_(string $class): mixed {}
