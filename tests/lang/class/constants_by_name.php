<?php
namespace Some\Space;

interface Face { const SHARED = 'shared'; }
class Base implements Face { const ONE = 1; protected const OWN = 'own'; private const HIDDEN = 'hidden';
    static function ask(string ...$names) {
        foreach ($names as $name) {
            try {
                var_dump(\defined($name), \constant($name));
            } catch (\Error $error) {
                echo $error::class, ': ', $error->getMessage(), "\n";
            }
        }
    }
    function late() { return array_map('constant', ['self::ONE', 'static::ONE']); }
}
class Derived extends Base { const ONE = 'derived'; function up() { return \constant('PARENT::ONE'); } }
trait Part { const PIECE = 3; }
enum Kind: string { case First = 'f'; }
\define('Some\Space\Value', 'in a space');
\define('PLAIN', 'plain');

Base::ask('Some\Space\Base::ONE', '\some\space\base::ONE', 'self::OWN', 'Self::HIDDEN', 'static::SHARED');
Base::ask('Some\Space\Base::one', 'Some\Space\None::ONE', '::ONE', 'Some\Space\Base::', 'Some\Space\Base::ONE:');
Base::ask('Some\Space\Part::PIECE', 'Some\Space\Kind::First');
Base::ask('some\SPACE\Value', '\Some\Space\Value', 'Some\Space\value', 'PLAIN', '\PLAIN', 'Plain', 'tRue', '\NULL', '');
Base::ask('E_ALL', 'PHP_INT_SIZE', 'e_all');
var_dump((new Derived)->late(), (new Derived)->up());
try { \constant('Some\Space\Base::HIDDEN'); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
var_dump(\defined('Some\Space\Base::HIDDEN'));
foreach (['self::ONE', 'parent::ONE', 'static::ONE'] as $name) {
    try { var_dump(\defined($name)); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
    try { var_dump(\constant($name)); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
}
Base::ask('parent::ONE');
function inner() { yield \constant('Some\Space\Derived::ONE'); yield from [\defined('Some\Space\Base::OWN')]; }
foreach (inner() as $each) { var_dump($each); }
