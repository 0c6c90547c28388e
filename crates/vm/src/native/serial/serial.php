<?php

/** A text that unserialize() reads back. */
#[__Reenters]
function serialize(mixed $value): string {}

/** The value of a text that serialize() made. */
#[__Reenters]
function unserialize(string $data, array $options = []): mixed {}
