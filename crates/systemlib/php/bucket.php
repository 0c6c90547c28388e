<?php
// Functions of streams that are PHP: buckets, and objects of classes of scripts.

function directory_object_(string $path, $handle): Directory {
    return Directory::of_($path, $handle);
}

function stream_wrapper_object_(string $class, $context) {
    $object = object_new_($class);
    $object->context = $context;
    if (method_exists($object, "__construct")) $object->__construct();
    return $object;
}

function stream_filter_object_(string $class, string $name, mixed $params) {
    if (!class_exists($class)) {
        report_(E_WARNING, "stream_filter_append(): User-filter \"$name\" requires class \"$class\", but that class is not defined");
        return false;
    }
    $object = object_new_($class);
    $object->filtername = $name;
    $object->params = $params ?? "";
    if (method_exists($object, "onCreate") && $object->onCreate() === false) return false;
    return $object;
}

// Tells a filter of its stream, when it has a place for that, whoever may see it.
function stream_filter_hook_(object $filter, $stream): void {
    if (!property_exists($filter, "stream")) return;
    (function () use ($stream) { $this->stream = $stream; })->call($filter);
}

function stream_filter_run_($filter, $in, $out, bool $closing, $stream): int {
    $consumed = 0;
    stream_filter_hook_($filter, $stream);
    $status = (int) $filter->filter($in, $out, $consumed, $closing);
    stream_filter_hook_($filter, null);
    return $status;
}

function stream_bucket_of_(string $data, $brigade): StreamBucket {
    $bucket = new StreamBucket;
    $bucket->bucket = $brigade;
    $bucket->data = $data;
    $bucket->datalen = strlen($data);
    $bucket->dataLength = strlen($data);
    return $bucket;
}

function stream_bucket_make_writeable($brigade): ?StreamBucket {
    $data = stream_brigade_shift_($brigade);
    return $data === null ? null : stream_bucket_of_($data, $brigade);
}

function stream_bucket_new($stream, string $buffer): StreamBucket { return stream_bucket_of_($buffer, $stream); }
function stream_bucket_append($brigade, StreamBucket $bucket): void { stream_brigade_put_($brigade, $bucket->data, false); }
function stream_bucket_prepend($brigade, StreamBucket $bucket): void { stream_brigade_put_($brigade, $bucket->data, true); }

function fprintf($stream, string $format, mixed ...$values): int {
    $text = sprintf($format, ...$values);
    fwrite($stream, $text);
    return strlen($text);
}

function vfprintf($stream, string $format, array $values): int {
    $text = vsprintf($format, $values);
    fwrite($stream, $text);
    return strlen($text);
}
