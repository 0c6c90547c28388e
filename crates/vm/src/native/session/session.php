<?php

const PHP_SESSION_DISABLED = 0;
const PHP_SESSION_NONE = 1;
const PHP_SESSION_ACTIVE = 2;

/** The name of the session; another one from here on. */
#[__Reenters]
function session_name(?string $name = null): string|false {}

/** Where sessions are kept; elsewhere from here on. */
#[__Reenters]
function session_module_name(?string $module = null): string|false {}

/** The path where sessions are kept; another one from here on. */
#[__Reenters]
function session_save_path(?string $path = null): string|false {}

/** What tells the session from others; something else from here on. */
#[__Reenters]
function session_id(?string $id = null): string|false {}

/** A new id. */
#[__Reenters]
function session_create_id(string $prefix = ""): string|false {}

/** Gives the session another id. */
#[__Reenters]
function session_regenerate_id(bool $delete_old_session = false): bool {}

/** Takes variables from a text. */
#[__Reenters]
function session_decode(string $data): bool {}

/** The variables as a text. */
#[__Reenters]
function session_encode(): string|false {}

/** Ends the session and deletes it. */
#[__Reenters]
function session_destroy(): bool {}

/** Forgets all variables. */
function session_unset(): bool {}

/** Deletes sessions that are too old. */
#[__Reenters]
function session_gc(): int|false {}

/** How the cookie is sent. */
function session_get_cookie_params(): array {}

/** Keeps the session and ends it. */
#[__Reenters]
function session_write_close(): bool {}

/** Ends the session without keeping it. */
#[__Reenters]
function session_abort(): bool {}

/** Takes the variables as they were kept. */
#[__Reenters]
function session_reset(): bool {}

/** Whether there is a session. */
function session_status(): int {}

/** Keeps the session when the script ends. */
function session_register_shutdown(): void {}

#[__Alias("session_write_close"), __Reenters]
function session_commit(): bool {}

/** Says who keeps sessions. */
#[__Reenters]
function session_set_save_handler($open, $close = UNKNOWN, #[__Unchecked] callable $read = UNKNOWN, #[__Unchecked] callable $write = UNKNOWN, #[__Unchecked] callable $destroy = UNKNOWN, #[__Unchecked] callable $gc = UNKNOWN, #[__Unchecked] ?callable $create_sid = null, #[__Unchecked] ?callable $validate_sid = null, #[__Unchecked] ?callable $update_timestamp = null): bool {}

/** What caches are told; something else from here on. */
#[__Reenters]
function session_cache_limiter(?string $value = null): string|false {}

/** How long caches keep pages, in minutes; how long from here on. */
#[__Reenters]
function session_cache_expire(?int $value = null): int|false {}

/** Says how the cookie is sent. */
#[__Reenters]
function session_set_cookie_params(array|int $lifetime_or_options, ?string $path = null, ?string $domain = null, ?bool $secure = null, ?bool $httponly = null): bool {}

/** Begins a session, or goes on with one. */
#[__Reenters]
function session_start(array $options = []): bool {}

/** Begins a session when settings say so. */
#[__Reenters]
function session_begin_(): bool {}

/** Looks at what settings say before there is a script. */
function session_settings_(): void {}

/** Tells a session of files that came with the request. */
#[__Reenters]
function session_upload_(string $key, string $posted, array $progress): void {}

/** Keeps the session when the request ends. */
#[__Reenters]
function session_end_(): void {}

/** Registers that the session is kept when the script ends. */
function session_shutdown_(): void {}

/** What a handler of a script hands to the engine's own. */
#[__Reenters]
function session_files_(string $method, mixed $first = null, mixed $second = null): mixed {}
