<?php
enum Suit: string { case Hearts = "H"; const Wild = self::Hearts; public static function of(string $s): self { return match (true) { $s === "H", $s === "h" => self::Hearts, default => throw new ValueError("no {$s}"), }; } }
