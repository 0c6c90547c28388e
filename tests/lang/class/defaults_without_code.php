<?php
// Default values in methods without code: constants and expressions make parameters optional too.
interface Wide { public function get(string $id); }
interface Narrow extends Wide {
    const FAIL = 1;
    public function get(string $id, int $otherwise = self::FAIL, array $list = [PHP_INT_SIZE, self::FAIL]): ?object;
}
abstract class Half implements Narrow {
    abstract public function get(string $id, int $otherwise = 1 + self::FAIL, array $list = []): ?object;
    abstract protected function late(int $a, $b = M_PI, ...$rest);
}
$method = new ReflectionMethod('Narrow', 'get');
echo $method->getNumberOfRequiredParameters(), "\n";
foreach ($method->getParameters() as $parameter) {
    echo $parameter, "\n";
    if ($parameter->isDefaultValueAvailable()) {
        var_dump($parameter->getDefaultValue(), $parameter->isDefaultValueConstant());
    }
}
$made = new class extends Half {
    public function get(string $id, int $otherwise = self::FAIL, array $list = [], $more = null): ?object {
        return (object) compact('id', 'otherwise');
    }
    protected function late(int $a, $b = E_ALL, ...$rest) {}
};
var_dump($made->get('x'));
class Late extends Half {
    public function get(string $id, int $otherwise, array $list = []): ?object {}
    protected function late(int $a, ...$rest) {}
}
