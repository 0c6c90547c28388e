<?php

/** Connects. */
#[__Reenters]
function stream_socket_client(string $address, &$error_code = null, &$error_message = null, ?float $timeout = null, int $flags = STREAM_CLIENT_CONNECT, $context = null) {}

/** Listens. */
#[__Reenters]
function stream_socket_server(string $address, &$error_code = null, &$error_message = null, int $flags = 12, $context = null) {}

/** Takes a connection. */
#[__Reenters]
function stream_socket_accept($socket, ?float $timeout = null, &$peer_name = null) {}

/** The address of a socket. */
#[__Reenters]
function stream_socket_get_name($socket, bool $remote): string|false {}

/** Two sockets that are connected. */
#[__Reenters]
function stream_socket_pair(int $domain, int $type, int $protocol): array|false {}

/** Ends a direction of a connection. */
#[__Reenters]
function stream_socket_shutdown($stream, int $mode): bool {}

/** Sends a message. */
#[__Reenters]
function stream_socket_sendto($socket, string $data, int $flags = 0, string $address = ''): int|false {}

/** Takes a message. */
#[__Reenters]
function stream_socket_recvfrom($socket, int $length, int $flags = 0, &$address = null): string|false {}

/** Encrypts a connection. */
#[__Reenters]
function stream_socket_enable_crypto($stream, bool $enable, ?int $crypto_method = null, $session_stream = null): int|bool {}

/** Waits until one of several streams is ready. */
#[__Reenters]
function stream_select(?array &$read, ?array &$write, ?array &$except, ?int $seconds, ?int $microseconds = null): int|false {}

/** Connects. */
#[__Reenters]
function fsockopen(string $hostname, int $port = -1, &$error_code = null, &$error_message = null, ?float $timeout = null) {}

/** Connects. */
#[__Reenters]
#[__Alias("fsockopen")]
function pfsockopen(string $hostname, int $port = -1, &$error_code = null, &$error_message = null, ?float $timeout = null) {}
