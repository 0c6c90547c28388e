<?php
// isset() and empty() of properties of $this in loops that run often.
class P {
    public $value = 0;
    public int $typed;
    private array $list = [];
    function ask(int $n, array $values): string {
        $seen = '';
        for ($i = 0; $i < $n; $i++) {
            $this->value = $values[$i % count($values)];
            $seen = $seen . (isset($this->value) ? 'i' : '-') . (empty($this->value) ? 'e' : '-');
        }
        return substr($seen, -2 * count($values));
    }
    function typed(int $n): int {
        $set = 0;
        for ($i = 0; $i < $n; $i++) {
            if ($i == 150) $this->typed = 0;
            if (isset($this->typed)) $set++;
            if (empty($this->typed)) $set += 1000;
        }
        return $set;
    }
    function bound(int $n): string {
        $null = null;
        $set = $empty = 0;
        for ($i = 0; $i < $n; $i++) {
            if ($i == 100) $this->value = &$null;
            if ($i == 200) $null = 'x';
            if (isset($this->value)) $set++;
            if (empty($this->value)) $empty++;
        }
        return "$set $empty";
    }
    function empties(int $n): int {
        $empty = 0;
        for ($i = 0; $i < $n; $i++) {
            if (empty($this->list)) $empty++;
            if ($i == 100) $this->list = [1];
            if ($i == 200) $this->list = [];
        }
        return $empty;
    }
}
class M extends P {
    public $asked = [];
    function __isset($name) { $this->asked[$name] = ($this->asked[$name] ?? 0) + 1; return true; }
    function __get($name) { return 0; }
    function magic(int $n): int {
        $set = 0;
        for ($i = 0; $i < $n; $i++) {
            if ($i == 100) unset($this->value);
            if (isset($this->value)) $set++;
            if (empty($this->value)) $set += 1000;
        }
        return $set;
    }
}
$values = [0, 1, '', '0', 'a', [], [0], 0.0, 0.5, null, new stdClass, true];
echo (new P)->ask(300, $values), ' ', (new P)->typed(300), ' ', (new P)->bound(300), ' ', (new P)->empties(300), "\n";
$m = new M;
echo $m->magic(300), "\n";
var_dump($m->asked);
