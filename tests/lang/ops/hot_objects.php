<?php
// What hot code does with objects, again and again, and the odd round in between.
class Point {
    public ?Point $next = null;
    public array $list = [];
    public $any;
    private string $name;
    public function __construct(public float $x, public readonly int $id, string $name = 'p') { $this->name = $name; }
    public function add(Point $o): static { $r = new static($this->x + $o->x, $this->id + 1); $r->next = $o; return $r; }
    public function name(): string { return $this->name; }
    public function rename(?string $name): void { $this->name = $name ?? 'none'; }
    public function put($key, $value): void { $this->list[$key] = $value; }
    public function push($value): void { $this->list[] = $value; }
    public function next(): ?Point { return $this->next; }
    public function same($o): bool { return $this === $o; }
}
class Child extends Point {}
class Loud { public $mark; function __construct($mark) { $this->mark = $mark; } function __destruct() { global $log; $log[] = $this->mark; } }
$log = [];

function build($n) {
    $p = new Point(0.0, 1); $q = new Point(0.5, 2);
    for ($i = 0; $i < $n; $i++) {
        $p = $p->add($q);
        if ($i % 50 == 49) { $p = new Child($p->x, 7, "c$i"); }
    }
    return [$p->x, $p->id, get_class($p), $p->name()];
}
echo json_encode(build(400)), "\n";

function chain($n) {
    $head = null;
    for ($i = 0; $i < $n; $i++) { $p = new Point($i, $i); $p->next = $head; $head = $p; }
    $sum = 0;
    for ($p = $head; $p !== null; $p = $p->next()) { $sum += $p->id; }
    for ($p = $head, $k = 0; $p; $p = $p->next) { $k += $p->same($head) ? 1 : 0; }
    while ($head) { $old = $head; $head = $head->next; $old->next = null; }
    return "$sum $k";
}
echo chain(300), "\n";

function slots($n) {
    $p = new Point(1, 1);
    for ($i = 0; $i < $n; $i++) {
        $p->any = $i; $p->any = "s$i"; $p->any = [$i]; $p->any = $p->any[0] + 1; $p->any = null;
        $p->rename($i % 3 ? "n$i" : null);
        $p->put($i % 7, "v$i"); $p->put("k" . $i % 3, $p); $p->push([$i]);
        if ($i == 250) { $r = &$p->any; $r = 5; }
        if ($i == 300) { unset($p->list[3]); }
    }
    return count($p->list) . $p->name() . $r . json_encode($p->list[4]);
}
echo slots(400), "\n";

function loud($n) {
    global $log;
    $o = null; $a = []; $p = new Point(1, 1);
    for ($i = 0; $i < $n; $i++) {
        $o = new Loud($i);
        $a[$i % 3] = new Loud("a$i");
        $p->any = new Loud("p$i");
        $p->list['x'] = new Loud("l$i");
        new Loud("t$i");
    }
    $k = count($log);
    return $k . ' ' . md5(json_encode($log));
}
echo loud(200), ' ', count($log), "\n";

function readonlies($n) {
    $failed = 0;
    for ($i = 0; $i < $n; $i++) {
        $p = new Point(1, $i);
        try { $p->id = 5; } catch (Error $e) { $failed++; $m = $e->getMessage(); }
    }
    return "$failed $m";
}
echo readonlies(150), "\n";

function types($n) {
    $p = new Point(1, 1); $seen = [];
    for ($i = 0; $i < $n; $i++) {
        try {
            $p->next = $i % 100 == 99 ? 'text' : ($i % 2 ? $p : null);
            $p->x = $i % 100 == 98 ? 'many' : $i;
        } catch (TypeError $e) { $seen[] = $e->getMessage(); }
    }
    $p->next = null;
    return implode("\n", $seen) . ' ' . var_export($p->x, true);
}
echo types(300), "\n";

function each($list) {
    $sum = 0; $text = '';
    foreach ($list as $k => $v) { if (is_int($v)) { $sum += $v * (int) $k; } else { $text .= $v; } }
    foreach ($list as $v) { $last = $v; }
    foreach ($list as $k => $list) { if ($k > 2) { break; } }
    return $sum . $text . $last . $k;
}
for ($i = 0; $i < 120; $i++) { $list = range(1, 10); if ($i > 100) { $list[5] = "x$i"; } $r = each($list); }
echo $r, ' ', each(['a' => 1, 2 => 'b']), ' ', each(["q"]), "\n";

function nested($n) {
    $out = [];
    for ($i = 0; $i < $n; $i++) {
        foreach ([[1, 'a'], [2, 'b'], [$i, null]] as [$x, $y]) { $out[$y ?? 'z'] = ($out[$y ?? 'z'] ?? 0) + $x; }
        foreach ([new Loud("e$i"), new Loud("f$i")] as $o) { $m = $o->mark; }
    }
    return json_encode($out) . $m;
}
echo nested(150), "\n";

function by_ref($n) {
    $a = [1, 2, 3]; $f = function (&$x) { $x++; };
    for ($i = 0; $i < $n; $i++) { $f($a[1]); sort($a); foreach ($a as &$v) { $v += 1; } unset($v); array_push($a, array_shift($a)); }
    return json_encode($a);
}
echo by_ref(200), "\n";

function undefined($n) {
    $got = [];
    set_error_handler(function ($no, $text) use (&$got) { $got[$text] = ($got[$text] ?? 0) + 1; return true; });
    for ($i = 0; $i < $n; $i++) { if ($i < 100) { $v = 1; $p = new Point(1, 1); } else { unset($v); $p = null; } $x = $v; $y = $p->x; }
    restore_error_handler();
    return json_encode($got);
}
echo undefined(200), "\n";
