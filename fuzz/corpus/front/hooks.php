<?php
class A { public string $full { get => $this->first . " " . $this->last; set(string $v) { [$this->first, $this->last] = explode(" ", $v, 2); } } public private(set) int $n = 1 << 3; }
