<?php

/** A text that unserialize() reads back. */
#[__Reenters]
function serialize(mixed $value): string {}

/** The value that is written at an offset of a text, and where it ends; or where it is wrong. */
#[__Reenters]
function unserialize_part_(string $data, int $at): mixed {}

/** The value of a text that serialize() made. */
#[__Reenters]
function unserialize(string $data, array $options = []): mixed {}
