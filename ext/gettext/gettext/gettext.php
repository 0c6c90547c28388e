<?php

/** The domain of messages; another one from here on. */
function textdomain(?string $domain = null): string {}

/** A message of the domain. */
#[__Reenters]
function gettext(string $message): string {}

#[__Alias("gettext"), __Reenters]
function _(string $message): string {}

/** A message of a domain. */
#[__Reenters]
function dgettext(string $domain, string $message): string {}

/** A message of a domain and a category. */
#[__Reenters]
function dcgettext(string $domain, string $message, int $category): string {}

/** Where the messages of a domain are kept; elsewhere from here on. */
function bindtextdomain(string $domain, ?string $directory = null): string|false {}

/** A message of the domain for a number of things. */
#[__Reenters]
function ngettext(string $singular, string $plural, int $count): string {}

/** A message of a domain for a number of things. */
#[__Reenters]
function dngettext(string $domain, string $singular, string $plural, int $count): string {}

/** A message of a domain and a category for a number of things. */
#[__Reenters]
function dcngettext(string $domain, string $singular, string $plural, int $count, int $category): string {}

/** The encoding of the messages of a domain; another one from here on. */
function bind_textdomain_codeset(string $domain, ?string $codeset = null): string|false {}
