<?php

const SORT_ASC = 4;
const SORT_DESC = 3;
const SORT_REGULAR = 0;
const SORT_NUMERIC = 1;
const SORT_STRING = 2;
const SORT_LOCALE_STRING = 5;
const SORT_NATURAL = 6;
const SORT_FLAG_CASE = 8;

/** Orders by value, under new keys. */
#[__Reenters]
function sort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders by value downwards, under new keys. */
#[__Reenters]
function rsort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders by value; keys stay. */
#[__Reenters]
function asort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders by value downwards; keys stay. */
#[__Reenters]
function arsort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders by key. */
#[__Reenters]
function ksort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders by key downwards. */
#[__Reenters]
function krsort(array &$array, int $flags = SORT_REGULAR): true {}

/** Orders as people order names with numbers in them; keys stay. */
#[__Reenters]
function natsort(array &$array): true {}

/** The same without regard to the case of ASCII letters. */
#[__Reenters]
function natcasesort(array &$array): true {}

/** Without the elements that are equal to an earlier one. */
#[__Reenters]
function array_unique(array $array, int $flags = SORT_STRING): array {}

/** Orders several arrays by the first, then the second and so on. */
#[__Reenters]
#[__PrefersRefs]
function array_multisort($array, ...$rest): bool {}
