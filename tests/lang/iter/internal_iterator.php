<?php
// What getIterator() of PHP's own classes gives.

$period = new DatePeriod(new DateTime('2020-01-01'), new DateInterval('P1D'), 2);
$map = new WeakMap;
$one = new stdClass;
$map[$one] = 1;
$nodes = Dom\XMLDocument::createFromString('<a b="c"><d/></a>');
$all = [
    $period, $map, SplFixedArray::fromArray([1, 2]), $nodes->childNodes, $nodes->documentElement->attributes,
    $nodes->documentElement->children, $nodes->documentElement->classList,
];
foreach ($all as $of) {
    echo $of::class, ': ', $of->getIterator()::class, "\n";
}

$days = $period->getIterator();
foreach ([1, 2] as $round) {
    foreach ($days as $at => $day) {
        echo $at, ' ', $day->format('Y-m-d'), "\n";
    }
}
var_dump($days->valid());
$days->rewind();
var_dump($days->valid(), $days->key());

foreach ($map as &$value) {
    $value = 5;
}
unset($value);
var_dump($map[$one]);
foreach ([$period, $map->getIterator(), SplFixedArray::fromArray([1])] as $of) {
    try {
        foreach ($of as &$value) {
            echo "no\n";
        }
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}

class Own extends DatePeriod
{
    public function getIterator(): Iterator
    {
        echo "asked\n";
        return parent::getIterator();
    }
}
foreach (new Own(new DateTime('2020-01-01'), new DateInterval('P1D'), 1) as $at => $day) {
    echo $at, "\n";
}
foreach ((fn () => yield from $period)() as $at => $day) {
    echo $at, "\n";
}
echo (new IteratorIterator($period))->getInnerIterator()::class, "\n";

$makers = [
    fn () => new InternalIterator,
    fn () => clone $days,
    fn () => serialize($days),
    fn () => (new ReflectionClass('InternalIterator'))->newInstanceWithoutConstructor(),
];
foreach ($makers as $make) {
    try {
        $make();
    } catch (Throwable $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
echo new ReflectionClass('InternalIterator');
