<?php
trait Text {
    public function __toString(): string { return 'text'; }
}
class Uses { use Text; }
class Has {
    public function __toString(): string { return 'has'; }
}
enum Suit: string { case Hearts = 'h'; }
enum Plain { case One; }
var_dump(new Uses instanceof Stringable, new Has instanceof Stringable);
var_dump(Suit::Hearts instanceof UnitEnum, Suit::Hearts instanceof BackedEnum);
var_dump(Plain::One instanceof UnitEnum, Plain::One instanceof BackedEnum);
