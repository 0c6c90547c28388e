<?php

/** The elements whose values are in none of the others. */
#[__Reenters]
function array_diff(array $array, #[__Unchecked] array ...$arrays): array {}

/** The elements whose keys are in none of the others. */
function array_diff_key(array $array, array ...$arrays): array {}

/** The elements that are, with key and value, in none of the others. */
#[__Reenters]
function array_diff_assoc(array $array, array ...$arrays): array {}

/** The elements whose values are in all of the others. */
#[__Reenters]
function array_intersect(array $array, array ...$arrays): array {}

/** The elements whose keys are in all of the others. */
function array_intersect_key(array $array, array ...$arrays): array {}

/** The elements that are, with key and value, in all of the others. */
#[__Reenters]
function array_intersect_assoc(array $array, array ...$arrays): array {}
