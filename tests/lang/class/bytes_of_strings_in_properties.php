<?php
// Bytes of a string that is a property: read, asked for and out of bounds, under keys of any kind.
class Text {
    public $line;
    function __construct($line) { $this->line = $line; }
    function bytes(int &$at) { $all = ''; for ($at = 0; isset($this->line[$at]); ++$at) { $all .= $this->line[$at] . '.'; } return $all; }
    function at($key) { return $this->line[$key]; }
    function has($key) { return isset($this->line[$key]) ? 'yes' : 'no'; }
    function quietly($key) { return $this->line[$key] ?? 'none'; }
    function first() { return $this->line[0] . $this->line[-1] . ($this->line[7] ?? '-') . (isset($this->line[2]) ? 'y' : 'n'); }
}
$at = 0;
foreach (['abc', "\xff\x00z", 'q', ['x', 'y', 'z']] as $line) {
    $text = new Text($line);
    for ($round = 0; $round < 30; $round++) $all = is_string($line) ? $text->bytes($at) : '';
    echo bin2hex($all), ' ', $at, ' ', bin2hex($text->first()), "\n";
    foreach ([0, 2, -1, 5, '1', '1x', 1.7, true, null, 'x'] as $key) {
        echo json_encode($key), ': ', $text->has($key), ' ', bin2hex($text->quietly($key)), ' ';
        try { echo bin2hex((string) @$text->at($key)); } catch (TypeError $error) { echo $error->getMessage(); }
        echo "\n";
    }
}
