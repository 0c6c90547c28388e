<?php
// Literal arrays as defaults of parameters, properties, constants and static variables: what one call
// writes into its own is not in the next one's.

function shaped($a = ['x' => 1, 'y' => [2]], $b = [1, 2], $c = [0.0, -0.0, '0', false, null]) {
    $a['z'] = count($a);
    $a['y'][] = 3;
    $b[] = 4;
    $c[0] = 'first';
    return [$a, $b, $c];
}

class Defaults
{
    const LIST = [1, [2, 3], 'k' => 'v'];
    public $list = [1, [2, 3], 'k' => 'v'];
    public static $shared = [1, [2, 3], 'k' => 'v'];
    public function __construct(public array $promoted = [1, [2, 3], 'k' => 'v']) { $this->promoted[] = 'p'; }
    public function write(array $own = self::LIST, array $plain = ['k' => 'v']) {
        static $kept = [1, [2, 3], 'k' => 'v'];
        $own[] = $plain['k'] .= '!';
        $kept[] = $this->list[] = count($own);
        return [$own, $plain, count($kept)];
    }
}

for ($i = 0; $i < 300; $i++) {
    $last = [shaped(), shaped(b: [9]), shaped(['only']), call_user_func('shaped')];
}
echo json_encode($last), "\n";
for ($i = 0; $i < 300; $i++) {
    $object = new Defaults;
    $last = [$object->write(), $object->list, $object->promoted, Defaults::LIST];
}
Defaults::$shared[1][] = 4;
echo json_encode($last), json_encode(Defaults::$shared), "\n";

$same = [fn($a = [1, 'a']) => $a, fn($a = [1, 'a']) => $a, fn($a = ['1', 'a']) => $a, fn($a = [1.0, 'a']) => $a, fn($a = [1 => 1, 0 => 'a']) => $a];
foreach ($same as $closure) var_dump($closure() === $same[0]());
$next = fn($a = [5 => 'x'], $b = [-5 => 'x']) => [[...$a, 1], [$a, $a[] = 1, $a], [$b[] = 1, $b]];
echo json_encode($next()), json_encode($next()), "\n";
echo json_encode((new ReflectionFunction('shaped'))->getParameters()[0]->getDefaultValue()), json_encode((new ReflectionClass('Defaults'))->getDefaultProperties()), "\n";
