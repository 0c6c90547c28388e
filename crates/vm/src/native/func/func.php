<?php

/** The arguments of the function that calls. */
function func_get_args(): array {}

/** One of them. */
function func_get_arg(int $position): mixed {}

/** How many they are. */
function func_num_args(): int {}

/** Whether there is a function with this name. */
function function_exists(string $function): bool {}

/** The names of all functions. */
function get_defined_functions(bool $exclude_disabled = true): array {}

/** Calls with the further arguments. */
#[__Reenters]
function call_user_func(callable $callback, mixed ...$args): mixed {}

/** Calls with the elements of an array as arguments; string keys are names of parameters. */
#[__Reenters]
function call_user_func_array(callable $callback, array $args): mixed {}

/** Calls with the further arguments, keeping what `static` means. */
#[__Reenters]
function forward_static_call(callable $callback, mixed ...$args): mixed {}

/** Calls with the elements of an array as arguments, keeping what `static` means. */
#[__Reenters]
function forward_static_call_array(callable $callback, array $args): mixed {}

/** Whether a value can be called; its name. */
#[__Reenters]
function is_callable(mixed $value, bool $syntax_only = false, &$callable_name = null): bool {}

/** Calls when the script ends. */
function register_shutdown_function(callable $callback, mixed ...$args): void {}

/** Has a callable called for each tick of `declare(ticks=…)`. */
function register_tick_function(callable $callback, mixed ...$args): bool {}

/** Has a callable called no more for ticks. */
function unregister_tick_function(callable $callback): void {}

/** Ends the request: with a text, or with a status. */
#[__Named("exit"), __Reenters]
function end_request(string|int $status = 0): never {}
#[__Named("die"), __Alias("end_request"), __Reenters]
function end_request_too(string|int $status = 0): never {}

/** The files that were included, the script first. */
#[__Alias("get_included_files")]
function get_required_files(): array {}
function get_included_files(): array {}
