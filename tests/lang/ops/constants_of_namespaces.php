<?php
// Code of a namespace finds constants by their last name: its own first.
namespace App\Sub;

const OWN = 'own';
class Uses
{
    public static function all(): string
    {
        return json_encode([OWN, E_ALL, \PHP_INT_SIZE, PHP_INT_SIZE, ENT_QUOTES | ENT_COMPAT, namespace\OWN, \App\Sub\OWN]);
    }
    public static function late(): string
    {
        try {
            return LATE;
        } catch (\Error $e) {
            return $e->getMessage();
        }
    }
    public static function folded(): array { return [GIVEN, \app\sub\GIVEN, \APP\Sub\GIVEN]; }
}
for ($turn = 0; $turn < 3; $turn++) {
    echo Uses::all(), ' ', Uses::late(), "\n";
}
\define('LATE', 'global');
echo Uses::late(), Uses::late(), "\n";
\define('APP\SUB\GIVEN', 'given');
echo \implode(' ', Uses::folded()), \implode(' ', Uses::folded()), "\n";
\define('app\sub\FIRST', 'of the namespace');
\define('FIRST', 'global');
function first() { return FIRST; }
echo first(), ' ', first(), ' ', \FIRST, "\n";
\set_error_handler(function ($number, $text) { echo "[$text] "; return true; });
function deprecated() { return SUNFUNCS_RET_STRING; }
echo deprecated(), deprecated(), "\n";
echo eval('namespace App\Sub; return OWN . E_ERROR . PHP_EOL;');
