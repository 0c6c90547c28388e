<?php

/** The number of an object. */
function spl_object_id(object $object): int {}

/** A text of its own for an object. */
function spl_object_hash(object $object): string {}

/** Adds a loader of classes. */
#[__Reenters]
function spl_autoload_register(?callable $callback = null, bool $throw = true, bool $prepend = false): bool {}

/** Removes a loader of classes. */
#[__Reenters]
function spl_autoload_unregister(callable $callback): bool {}

/** The loaders of classes. */
function spl_autoload_functions(): array {}

/** Asks the loaders for a class. */
#[__Reenters]
function spl_autoload_call(string $class): void {}

/** The names of the interfaces of a class. */
#[__Reenters]
function class_implements($object_or_class, bool $autoload = true): array|false {}

/** The names of the classes above a class. */
#[__Reenters]
function class_parents($object_or_class, bool $autoload = true): array|false {}

/** The names of the traits of a class. */
#[__Reenters]
function class_uses($object_or_class, bool $autoload = true): array|false {}
