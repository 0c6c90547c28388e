<?php

const LIBXML_VERSION = 20914;
const LIBXML_DOTTED_VERSION = "2.9.14";
const LIBXML_LOADED_VERSION = "20914";
const LIBXML_RECOVER = 1;
const LIBXML_NOENT = 2;
const LIBXML_DTDLOAD = 4;
const LIBXML_DTDATTR = 8;
const LIBXML_DTDVALID = 16;
const LIBXML_NOERROR = 32;
const LIBXML_NOWARNING = 64;
const LIBXML_NOBLANKS = 256;
const LIBXML_XINCLUDE = 1024;
const LIBXML_NSCLEAN = 8192;
const LIBXML_NOCDATA = 16384;
const LIBXML_NONET = 2048;
const LIBXML_PEDANTIC = 128;
const LIBXML_COMPACT = 65536;
const LIBXML_NOXMLDECL = 2;
const LIBXML_PARSEHUGE = 524288;
const LIBXML_BIGLINES = 4194304;
const LIBXML_NOEMPTYTAG = 4;
const LIBXML_SCHEMA_CREATE = 1;
const LIBXML_HTML_NOIMPLIED = 8192;
const LIBXML_HTML_NODEFDTD = 4;
const LIBXML_ERR_NONE = 0;
const LIBXML_ERR_WARNING = 1;
const LIBXML_ERR_ERROR = 2;
const LIBXML_ERR_FATAL = 3;

/** Says what is opened with. */
function libxml_set_streams_context($context): void {}

/** Says whether errors are collected; whether they were. */
function libxml_use_internal_errors(?bool $use_errors = null): bool {}

/** The last error. */
function libxml_get_last_error(): LibXMLError|false {}

/** The errors that were collected. */
function libxml_get_errors(): array {}

/** Forgets them. */
function libxml_clear_errors(): void {}

/** Says whether nothing is loaded; whether nothing was. */
#[Deprecated(since: "8.0", message: "as external entity loading is disabled by default")]
function libxml_disable_entity_loader(bool $disable = true): bool {}

/** Says who loads what documents refer to. */
function libxml_set_external_entity_loader(?callable $resolver_function): bool {}

/** Who does. */
function libxml_get_external_entity_loader(): ?callable {}
