<?php
// Methods of reflection that PHP's own tests leave out.

#[Attribute(Attribute::TARGET_ALL | Attribute::IS_REPEATABLE)]
class Note
{
    public function __construct(public string $text = '') {}
}

#[Note('one'), Note('two')]
class Marked
{
    #[Note('constant')]
    const LIMIT = 3;
    public int $number = 1;
    public string $shown { get => 'made'; }
    public function __construct(?int $number = null) { $this->number = $number ?? 5; }
    public function take(callable $callable, $plain) {}
}

$class = new ReflectionClass(Marked::class);
foreach ($class->getAttributes() as $attribute) {
    var_dump($attribute->getTarget() === Attribute::TARGET_CLASS, $attribute->isRepeated(), $attribute->newInstance()->text);
}
$constant = new ReflectionClassConstant(Marked::class, 'LIMIT');
var_dump($constant->getAttributes()[0]->getTarget(), $constant->getAttributes(Note::class)[0]->getArguments());
var_dump((new ReflectionConstant('E_STRICT'))->isDeprecated(), (new ReflectionConstant('E_ALL'))->isDeprecated());
var_dump((new ReflectionProperty(Marked::class, 'shown'))->isVirtual(), (new ReflectionProperty(Marked::class, 'number'))->isVirtual());
foreach ((new ReflectionMethod(Marked::class, 'take'))->getParameters() as $parameter) {
    var_dump($parameter->isCallable());
}

$lazy = $class->newLazyGhost(function (Marked $made) { echo "made\n"; $made->__construct(7); });
$number = new ReflectionProperty(Marked::class, 'number');
var_dump($class->isUninitializedLazyObject($lazy), $class->getLazyInitializer($lazy) instanceof Closure, $number->isLazy($lazy));
var_dump($class->initializeLazyObject($lazy) === $lazy, $lazy->number, $class->getLazyInitializer($lazy));
$class->resetAsLazyGhost($lazy, fn () => print("again\n"));
var_dump($class->markLazyObjectAsInitialized($lazy)->number, $class->isUninitializedLazyObject($lazy));
$class->resetAsLazyProxy($lazy, fn () => new Marked(9));
var_dump($lazy->number);
$lazy = $class->newLazyGhost(fn () => print("never\n"));
$number->setRawValueWithoutLazyInitialization($lazy, 4);
var_dump($lazy->number, $number->isLazy($lazy));
$lazy = $class->newLazyProxy(fn () => new Marked);
$number->skipLazyInitialization($lazy);
var_dump($lazy->number, $class->isUninitializedLazyObject($lazy));

var_dump(PropertyHookType::cases(), PropertyHookType::from('get'), PropertyHookType::tryFrom('none'), PropertyHookType::Set->value);

function counts() { yield 1; yield from deeper(); }
function deeper() { yield 2; }
$generator = counts();
$generator->next();
foreach ((new ReflectionGenerator($generator))->getTrace() as $frame) {
    echo $frame['function'], "\n";
}

var_dump(str_starts_with((string) new ReflectionExtension('ctype'), 'Extension [ <persistent> extension #'));
try {
    new ReflectionZendExtension('none');
} catch (ReflectionException $e) {
    echo $e->getMessage(), "\n";
}
