<?php
enum Suit: string { case Hearts = 'h'; }
var_dump(unserialize('a:2:{i:0;E:11:"Suit:Hearts";i:1;r:2;}'));
var_dump(unserialize('a:3:{s:1:"a";i:5;s:1:"b";R:2;s:1:"c";s:2:"O:";}'));
var_dump(unserialize('a:2:{i:-0;i:+7;i:1;i:-9223372036854775807;}'));
var_dump(@unserialize('i:9223372036854775808;'), @unserialize('i:-9223372036854775809;'));

final class Held implements Serializable {
    public mixed $held = null;
    public function serialize(): string { return ''; }
    public function unserialize(string $data): void { $this->held = unserialize($data); }
    public function __serialize(): array { return []; }
    public function __unserialize(array $data): void {}
}
var_dump(unserialize('a:3:{i:0;a:1:{i:0;i:9;}i:1;C:4:"Held":4:{R:2;}i:2;C:4:"Held":4:{R:3;}}'));

$rows = [];
for ($row = 0; $row < 3; $row++) {
    $rows[] = ['id' => $row, 'name' => "name $row", 'main' => $row > 1, 'price' => $row / 2, '' => null];
}
$again = unserialize(serialize($rows));
var_dump($again === $rows, array_key_last($again[2]));
$again[0]['name'] = 'other';
var_dump($again[1]['name']);
