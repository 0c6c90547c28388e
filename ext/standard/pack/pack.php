<?php

/** Values as bytes. */
#[__Reenters]
function pack(string $format, mixed ...$values): string {}

/** Values that bytes stand for. */
function unpack(string $format, string $string, int $offset = 0): array|false {}
