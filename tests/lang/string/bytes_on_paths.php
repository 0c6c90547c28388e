<?php
// A byte is written where the string is when nobody else has it, at the end of any path.
set_error_handler(function ($number, $message) {
    echo "<$message>";
    return true;
});
class Text
{
    public string $typed;
    public $untyped = 'constant';
    public static string $static = 'static';
    public readonly string $fixed;

    public function __construct(string $text)
    {
        $this->typed = $this->fixed = strrev($text);
    }

    public function change(int $at, mixed $byte): void
    {
        $this->typed[$at] = $byte;
    }
}
function write(int $times): void
{
    $o = new Text('abcdef');
    $list = ['x' => ['y' => strrev('uvwxyz')]];
    $own = new stdClass;
    $own->text = str_repeat('-', 6);
    $text = str_repeat('.', 6);
    $bound = &$text;
    for ($i = 0; $i < $times; $i++) {
        $digit = (string) ($i % 10);
        $before = [$o->typed, $list, $text];
        $copy = clone $own;
        $o->typed[$i] = $digit;
        $o->untyped[$i] = $digit;
        Text::$static[$i] = $digit;
        $list['x']['y'][$i] = $digit;
        $own->text[$i] = $digit;
        $text[$i] = $digit;
        $bound[-1] = '!';
        $result = ($text[0] = 'R');
        echo json_encode([$o, Text::$static, $list, $own, $text, $before, $copy->text, $result]), "\n";
    }
    $text[3] = $text;
    $text[2] = 'long';
    $text[9] = '9';
    $one = 'q';
    $one[0] = $one;
    $text["1"] = $one;
    $key = 4;
    $text[$key] = 7;
    echo "$text $one\n";
    foreach ([fn() => $o->fixed[0] = 'x', fn() => $o->typed['k'] = 'x', fn() => $o->typed[0] = '', fn() => $o->typed[-9] = 'x', fn() => $o->change(1, 'c'), fn() => $o->typed[0] = []] as $refused) {
        try {
            $refused();
        } catch (Throwable $e) {
            echo get_class($e), ' ', $e->getMessage(), ' ';
        }
    }
    echo $o->typed, $o->fixed, "\n";
    $table = ['key' => 'value'];
    $name = strrev('yek');
    $hash = $table[$name];
    $name[0] = 'm';
    echo $table[$name] ?? 'another', $hash, "\n";
}
write(8);
