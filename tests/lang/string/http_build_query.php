<?php
// Cases of enums are their values, and objects have the properties that the caller sees.
enum Text: string { case A = 'a b'; }
enum Number: int { case B = 42; }
enum Unbacked { case C; }
class Base { private $hidden = 'h'; protected $shared = 's'; public $all = 'a'; public ?object $object = null; }
#[AllowDynamicProperties]
class Child extends Base {
    private $own = 'o';
    public $null = null;
    private int $unset;
    function build() { return http_build_query($this); }
    static function of($data) { return http_build_query(['x' => $data]); }
}
$child = new Child;
$child->dynamic = Number::B;
$child->object = new Child;
echo $child->build(), "\n", http_build_query($child), "\n", Child::of($child), "\n", Child::of(new Base), "\n", array_map('http_build_query', [$child])[0], "\n";
echo http_build_query(['t' => Text::A, 'n' => [Number::B, [Text::A]]]), "\n";
foreach ([['c' => 1, 'd' => Unbacked::C], Text::A, Unbacked::C] as $data) {
    try {
        echo http_build_query($data), "\n";
    } catch (Error $e) {
        echo $e::class, ': ', $e->getMessage(), "\n";
    }
}
