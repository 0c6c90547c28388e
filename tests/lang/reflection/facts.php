<?php
/** The marker. */
#[Attribute(Attribute::TARGET_CLASS | Attribute::TARGET_PROPERTY)]
class Mark {
    public function __construct(public int $level = 5) {}
}
interface Shape {
    const SIDES = 1;
    function area(int $scale, ?string ...$rest): ?array;
}
abstract class Base implements Shape {
    protected static $made = 7;
    private $hidden = 1;
    abstract function grow();
}
#[Mark]
final class Square extends Base {
    /** The size. */
    #[Mark(level: 3)]
    public int|null $size = 4;
    public readonly string $name;
    const DOUBLE = self::SIDES + 1;
    public function area(int $scale, ?string ...$rest): ?array {
        static $calls = 3;
        return [$scale, $rest];
    }
    function grow(self|string $by = self::DOUBLE . 'x', $max = PHP_INT_MAX): static { return $this; }
    public string $label { get => 'label'; set => $value; }
}
enum Suit: string {
    case Hearts = 'h';
    case Spades = 's';
    const Wild = self::Spades;
}
$class = new ReflectionClass('Square');
var_dump($class->getName(), $class->isFinal(), $class->getParentClass()->getName(), $class->getInterfaceNames());
var_dump($class->getConstants(), $class->getAttributes()[0]->newInstance()->level);
foreach ($class->getMethods() as $method) {
    echo implode(' ', Reflection::getModifierNames($method->getModifiers())), " $method->class::$method->name\n";
    foreach ($method->getParameters() as $param) echo "  $param\n";
    echo '  ', $method->getReturnType(), "\n";
}
foreach ($class->getProperties() as $prop) {
    echo $prop;
    foreach ($prop->getAttributes(Mark::class) as $mark) var_dump($mark->getArguments(), $mark->newInstance()->level);
}
$grow = new ReflectionMethod('Square', 'grow');
var_dump($grow->getParameters()[0]->getDefaultValue(), $grow->getParameters()[1]->getDefaultValueConstantName());
foreach ($grow->getParameters()[0]->getType()->getTypes() as $type) var_dump($type->getName(), $type->isBuiltin());
$square = $class->newInstance();
print_r($class->getMethod('area')->invoke($square, 3, 'x'));
var_dump($class->getStaticPropertyValue('made'), $class->getMethod('area')->getStaticVariables());
var_dump((new ReflectionProperty('Base', 'hidden'))->getValue($square), $class->getProperty('name')->isInitialized($square));
$label = $class->getProperty('label');
var_dump($label->hasHook(PropertyHookType::Get), $label->getHook(PropertyHookType::Set)->name);
$bound = function (int $n = 1) use ($square): void {};
echo preg_replace('/@@.*|closure:[^}]*/', '', new ReflectionFunction($bound));
$suit = new ReflectionEnum(Suit::class);
foreach ($suit->getCases() as $case) echo $case->name, '=', $case->getBackingValue(), ' ';
echo $suit->getBackingType(), count($suit->getConstants()), "\n";
$wrongs = [
    fn() => new ReflectionClass('Nope'), fn() => new ReflectionMethod('Square', 'nope'),
    fn() => new ReflectionProperty('Square', 'nope'), fn() => new ReflectionFunction('nope'),
    fn() => $grow->getClosure(), fn() => (new ReflectionClass('Base'))->newInstance(), fn() => clone $class,
    fn() => $class->newInstance(1), fn() => $class->isSubclassOf('Nope'), fn() => (new ReflectionMethod($square, 'area'))->invoke($square),
];
foreach ($wrongs as $wrong) {
    try {
        $wrong();
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), ' ', $e->getLine(), "\n";
    }
}
