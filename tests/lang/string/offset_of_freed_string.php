<?php
// A string that __toString() frees gets no byte.

class Text
{
    public function __construct(private $work, private string $text = 'long')
    {
    }

    public function __toString(): string
    {
        ($this->work)();
        return $this->text;
    }
}

function assign(string $text)
{
    $a = [str_repeat('x', 3)];
    $r = &$a[0];
    unset($r);
    var_dump($a[0][0] = new Text(function () use (&$a) {
        $a = 0;
    }, $text));
    var_dump($a);
}
assign('long');
assign('');
assign('1');

$s = str_repeat('y', 3);
var_dump($s[1] = new Text(function () use (&$s) {
    $s = [];
}));
var_dump($s);

$s = str_repeat('z', 3);
var_dump($s[1] = new Text(function () use (&$s, &$t) {
    $t = $s;
}));
var_dump($s, $t);
