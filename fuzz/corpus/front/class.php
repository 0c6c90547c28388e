<?php
final class Point implements JsonSerializable {
    public function __construct(private readonly float $x = 0.0, protected ?float $y = null) {}
    public function jsonSerialize(): array { return ["x" => $this->x, ...$this->rest()]; }
}
