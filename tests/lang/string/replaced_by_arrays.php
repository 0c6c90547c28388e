<?php
// Strings in arrays are searched for as they are, all else becomes a string each time.
class Says { function __construct(public $what) {} function __toString(): string { echo "[$this->what]"; return $this->what; } }
class Fails { function __toString(): string { throw new Exception('no text'); } }
$r = 'b';
foreach ([
    [['a', 'b'], 'x', 'abc'],
    [['a', 'b'], ['b', 'c'], 'aabb'],
    [['a', 'b', 'c'], ['1'], 'abcabc'],
    [['', 'b'], ['1', '2'], 'abc'],
    [[&$r, 1, 2.5, null, true], ['R', 1 => 'one', 'x', 'y', 'z'], 'b1 2.5'],
    [[new Says('a'), new Says('zz')], [new Says('A'), new Says('Z')], 'abc'],
    [['a', 'a'], [new Says('aa'), 'b'], ['k' => 'a', 5 => 'xax', 'o' => new Says('a')]],
    [['abc', 'bc'], '', 'bc'],
    [["\r\n", "\r"], "\n", "a\r\nb\rc\n"],
    [['a'], ['b'], ''],
    ['a', 'b', 'a'],
    ['', 'b', 'a'],
] as [$search, $replace, $subject]) {
    echo json_encode(str_replace($search, $replace, $subject, $n)), $n;
    echo json_encode(str_ireplace($search, $replace, $subject, $n)), $n, "\n";
}
foreach ([[['a', new Fails, 'b'], ['1', '2', '3']], [['a', 'b', 'c'], ['1', new Fails, new Says('s')]]] as [$search, $replace]) {
    try {
        $n = -1;
        str_replace($search, $replace, 'abc', $n);
    } catch (Exception $e) {
        echo $e->getMessage(), $n, "\n";
    }
}
$same = 'text';
var_dump(str_replace(['x', 'y'], 'z', $same), strtr($same, ['x' => 'y']), strtr($same, ['t' => 'T']));
try { str_replace('a', ['b'], 'c'); } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo @str_replace(['Array', 'x'], [['y'], 'z'], 'Array x'), "\n";
var_dump(sprintf('%s|%5s|%-5s|%\'*5s|%05d|%+d|%.1s|%%|%2$s', 'ab', 'c', 'd', 'e', -3, 4, 'fg'));
var_dump(bin2hex("\0\x7f\xff az"), md5(''), hash('CRC32B', 'a'), hash('crc32b', 'a'), urlencode("\xff+\x0a"), rawurlencode("\xe4 "));
try { hash('MD', 'a'); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
