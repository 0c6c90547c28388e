<?php
// What PHP's own classes declare, and what their objects have without declaring it.

foreach (['y', 'days'] as $name) {
    var_dump(property_exists('DateInterval', $name), property_exists(new DateInterval('P1D'), $name));
    echo new ReflectionProperty(new DateInterval('P1D'), $name);
    try {
        new ReflectionProperty('DateInterval', $name);
    } catch (ReflectionException $e) {
        echo $e->getMessage(), "\n";
    }
}
var_dump(get_class_vars('DateInterval'), count(get_object_vars(new DateInterval('P1D'))));
foreach ((new ReflectionClass('DatePeriod'))->getProperties() as $property) {
    var_dump((string) $property, $property->isReadOnly(), $property->getModifiers());
}
$period = new DatePeriod(new DateTime('2020-01-01'), new DateInterval('P1D'), 2);
try {
    $period->start = null;
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}

foreach (['XMLParser', 'DeflateContext', 'InflateContext', 'Generator', 'Closure', 'WeakReference'] as $name) {
    $class = new ReflectionClass($name);
    var_dump($class->isInstantiable(), $class->getConstructor()?->getName(), method_exists($name, '__construct'));
    foreach ([fn () => new $name(1), fn () => $class->newInstance(), fn () => $class->newInstanceArgs([])] as $make) {
        try {
            $make();
        } catch (Throwable $e) {
            echo $e::class, ': ', $e->getMessage(), "\n";
        }
    }
}

foreach (['ArrayObject', 'ArrayIterator', 'WeakMap', 'HashContext'] as $name) {
    var_dump(method_exists($name, '__clone'));
}
foreach (['DirectoryIterator', 'GlobIterator', 'SplFileObject'] as $name) {
    echo (new ReflectionMethod($name, 'getPath'))->class, ' ', (new ReflectionMethod($name, '__debugInfo'))->class, "\n";
}
echo (new ReflectionMethod('AppendIterator', 'getInnerIterator'))->class, "\n";
try {
    new ReflectionMethod('Closure', '__invoke');
} catch (ReflectionException $e) {
    echo $e->getMessage(), "\n";
}
echo new ReflectionFunction('exit'), new ReflectionFunction('die'), new ReflectionFunction('session_set_save_handler');
echo new ReflectionMethod('PharData', 'setAlias'), new ReflectionMethod('Phar', 'setAlias');
