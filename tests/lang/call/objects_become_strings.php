<?php
// Objects given for strings are strings in the function, however often that was so.
class Name {
    function __construct(private string $text) {}
    function __toString(): string { return $this->text; }
}
function first(array $map, string $key) { [$one, $two] = $map[$key]; return $one . gettype($key); }
function either(array $map, ?string $key) { return $key === null ? 'none' : $map[$key][1] . gettype($key); }
function named(): string { return new Name('c'); }
$map = ['c' => [1, 2]];
$seen = [];
for ($i = 0; $i < 3000; $i++) {
    $given = $i < 2000 ? new Name('c') : 'c';
    $seen[first($map, $given)] = true;
    $seen[either($map, $i % 7 ? $given : null)] = true;
    $seen[gettype(named())] = true;
}
echo implode(' ', array_keys($seen)), "\n";
