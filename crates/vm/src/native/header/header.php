<?php

/** Adds a header to the response. */
function header(string $header, bool $replace = true, int $response_code = 0): void {}

/** Removes a header of the response, or all. */
function header_remove(?string $name = null): void {}

/** Whether the headers have been sent, and where output began. */
function headers_sent(&$filename = null, &$line = null): bool {}

/** The headers that are to be sent or have been. */
function headers_list(): array {}

/** The type of the content, where the script named it. */
function header_type_(): ?string {}

/** The status of the response; sets it. */
function http_response_code(int $response_code = 0): int|bool {}

/** What is called before the headers are sent. */
function header_register_callback(callable $callback): bool {}

/** Adds a cookie to the response. */
function setcookie(string $name, string $value = "", array|int $expires_or_options = 0, string $path = "", string $domain = "", bool $secure = false, bool $httponly = false): bool {}

/** Adds a cookie to the response, whose value is sent as it is. */
function setrawcookie(string $name, string $value = "", array|int $expires_or_options = 0, string $path = "", string $domain = "", bool $secure = false, bool $httponly = false): bool {}

/** The variables and the files of the body of the request. */
#[__Reenters]
function request_parse_body(?array $options = null): array {}

/** Whether a file came with the request. */
function is_uploaded_file(#[__Path] string $filename): bool {}

/** Moves a file that came with the request. */
function move_uploaded_file(string $from, #[__Path] string $to): bool {}
