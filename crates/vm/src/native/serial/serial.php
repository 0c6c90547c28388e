<?php

/** A text that unserialize() reads back. */
#[__Reenters]
function serialize(mixed $value): string {}

/** The value that is written at an offset of a text, and where it ends; or where it is wrong. */
#[__Reenters]
function unserialize_part_(string $data, int $at): mixed {}

/** Begins a text in parts, whose values are numbered as those of one text; false when a text around has begun. */
function serial_begin_(bool $reads): bool {}

/** Ends a text in parts, and calls what is to be called on the objects of one that was read. */
#[__Reenters]
function serial_end_(bool $reads, bool $whole): void {}

/** The value of a text that serialize() made. */
#[__Reenters]
function unserialize(string $data, array $options = []): mixed {}
