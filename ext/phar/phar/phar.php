<?php

/** Opens or makes an archive for an object: its number, and the name of the folder in it. */
#[__Reenters]
function phar_open_(string $path, ?string $alias, bool $is_data, int $format): array {}

/** Notes that an object uses an archive, or not any more. */
function phar_use_(int $archive, int $by): void {}

/** What is known of an archive. */
function phar_get_(int $archive, string $what): mixed {}

/** Changes what is known of an archive. */
function phar_set_(int $archive, string $what, mixed $value): mixed {}

/** Writes an archive: what went wrong. */
function phar_flush_(int $archive, ?string $stub = null, bool $is_default = false): ?string {}

/** Finds an entry, for an object that tells of it: its number, or why there is none. */
function phar_entry_(int $archive, string $name, bool $guarded): int|string|null {}

/** What is known of an entry. */
function phar_entry_get_(int $entry, string $what): mixed {}

/** Changes what is known of an entry. */
function phar_entry_set_(int $entry, string $what, mixed $value): mixed {}

/** What an entry holds, or why it cannot be had. */
function phar_entry_bytes_(int $entry): array {}

/** Writes an entry, whose permissions are given where they are known: what went wrong. */
function phar_put_(int $archive, string $name, string $contents, int $permissions): ?string {}

/** Makes a folder: what went wrong. */
function phar_folder_(int $archive, string $name): ?string {}

/** Writes an archive in another format, or under another name, and gives that name. */
function phar_convert_(int $archive, int $format, ?string $extension, int $flags, bool $is_data): string {}

/** Opens an archive: true, or why not. */
function phar_load_(string $path, ?string $alias): string|bool {}

/** Opens the archive that the script is in: true, or why not. */
function phar_map_(?string $alias): string|bool {}

/** The archive that the script is in. */
function phar_running_(): ?string {}

/** Finds the archive of a name with a scheme, and the name in it. */
function phar_split_(string $url): ?array {}

/** Shows a path from outside in an archive: what went wrong, if that has words. */
function phar_mount_(string $name, string $outside): ?string {}

/** Whether a name may be one of an archive. */
function phar_is_name_(string $name, bool $executable): bool {}

/** Deletes the file of an archive: what went wrong. */
function phar_unlink_(string $path): ?string {}

/** Copies a file in an archive. */
function phar_copy_(int $archive, string $from, string $to): ?string {}

/** The stub of archives that have no other. */
function phar_stub_(string $index, string $web): string {}

/** Has functions of files look into the archive that runs. */
function phar_intercept_(): void {}

/** What a path of include means to code in an archive. */
function phar_resolve_(string $path, string $from): ?string {}

/** The absolute path of a file that need not be there. */
function phar_expand_(string $path): string {}

/** Sets the folder that begins with a dot. */
function phar_enter_(?string $folder): void {}

/** The script that runs. */
function phar_script_(): string {}

/** Which variables of the server are changed. */
function phar_munged_(int $add): int {}

/** Opens an archive for an object: its number, or why not. */
function phar_find_(string $path): array {}
