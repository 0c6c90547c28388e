<?php
// Functions and methods of dates that PHP's own tests leave out.

$date = date_create_immutable_from_format('Y-m-d H:i:s', '2020-02-30 25:00:00', new DateTimeZone('Europe/Paris'));
var_dump($date->format('c'), DateTimeImmutable::getLastErrors());
var_dump(date_create_immutable_from_format('Y', 'x'), DateTimeImmutable::getLastErrors()['error_count']);
var_dump(is_string(timezone_version_get()));
var_dump(timezone_abbreviations_list()['cet'][0], DateTimeZone::listAbbreviations()['est'][0]);

$made = [
    new DateTime('2020-01-01'), new DateTimeImmutable('2020-01-01'), new DateTimeZone('Europe/Paris'), new DateInterval('P1D'),
    new DatePeriod(new DateTime('2020-01-01'), new DateInterval('P1D'), 2),
];
foreach ($made as $object) {
    try {
        var_dump($object->__wakeup());
        var_dump($object == unserialize(serialize($object)));
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
foreach (['DateTime', 'DateTimeImmutable', 'DateTimeZone', 'DateInterval', 'DatePeriod'] as $class) {
    try {
        (new ReflectionClass($class))->newInstanceWithoutConstructor()->__wakeup();
        echo "$class\n";
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
