<?php

const PATHINFO_DIRNAME = 1;
const PATHINFO_BASENAME = 2;
const PATHINFO_EXTENSION = 4;
const PATHINFO_FILENAME = 8;
const PATHINFO_ALL = 15;

/** The last part of a path, without a suffix. */
function basename(string $path, string $suffix = ""): string {}

/** A path without its last parts. */
function dirname(string $path, int $levels = 1): string {}

/** The parts of a path. */
function pathinfo(string $path, int $flags = PATHINFO_ALL): array|string {}
