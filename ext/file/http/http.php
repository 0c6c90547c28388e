<?php

/** The head of the last answer to a request, a line an element; null when there was none. */
function http_get_last_response_headers(): ?array {}

/** Forgets the head of the last answer. */
function http_clear_last_response_headers(): void {}

/** The head of the answer to a request of this name. */
#[__Reenters]
function get_headers(#[__Path] string $url, bool $associative = false, $context = null): array|false {}
