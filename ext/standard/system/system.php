<?php

/** A number for a file and a letter, by which processes find what they share. */
function ftok(#[__Path] string $filename, string $project_id): int {}

/** The interfaces to networks, with their addresses. */
function net_get_interfaces(): array|false {}

/** The parts of a time, as a format of the C library finds them in a text. */
#[Deprecated(since: '8.2', message: 'use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() (for locale-dependent parsing) instead')]
function strptime(string $timestamp, string $format): array|false {}
