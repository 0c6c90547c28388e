<?php
// Whole numbers of any length. The first property is what the extension keeps a number in.

final class GMP {
    #[Internal] private string $held_ = "";

    public function __construct(string|int $num = 0, int $base = 0) {
        if ($base !== 0 && ($base < 2 || $base > 62)) throw new ValueError("GMP::__construct(): Argument #2 (\$base) must be 0 or between 2 and 62");
        $this->begin_($num, $base);
    }

    #[Internal] private function begin_(string|int $num, int $base): void {
        if (!gmp_begin_($this, $num, $base)) throw new ValueError("GMP::__construct(): Argument #1 (\$num) is not an integer string");
    }

    #[Internal] private function dynamic_(): array {
        $all = get_mangled_object_vars($this);
        unset($all["\0GMP\0held_"]);
        return $all;
    }

    #[Internal] public function array_(): array { return $this->dynamic_(); }
    #[Internal] public function shown_(): array { return $this->dynamic_() + ["num" => gmp_cast_($this, "string")]; }
    #[Internal] public function cast_(string $to): mixed { return gmp_cast_($this, $to); }
    #[Internal] public static function operate_(string $operator, mixed $left, mixed $right): mixed { return gmp_operate_($operator, $left, $right); }
    #[Internal] public static function order_(mixed $left, mixed $right): int { return gmp_order_($left, $right); }

    // Of the older form of serialisations: the digits, and other properties.
    #[Internal] public function custom_(string $data): void {
        $num = unserialize_part_($data, 0);
        if (!is_array($num) || !is_string($num[0]) || !gmp_begin_($this, $num[0], 10)) throw new Exception("Could not unserialize number");
        $props = unserialize_part_($data, $num[1]);
        if (!is_array($props) || !is_array($props[0])) throw new Exception("Could not unserialize properties");
        foreach ($props[0] as $name => $value) Reflected_::put_($this, Reflected_::classOf_($this), (string) $name, $value);
    }

    public function __serialize(): array {
        $data = [gmp_strval($this, 16)];
        $all = $this->dynamic_();
        if ($all) $data[] = $all;
        return $data;
    }

    public function __unserialize(array $data): void {
        if (!is_string($data[0] ?? null) || !gmp_restore_($this, $data[0])) throw new Exception("Could not unserialize number");
        if (!array_key_exists(1, $data)) return;
        if (!is_array($data[1])) throw new Exception("Could not unserialize properties");
        foreach ($data[1] as $name => $value) $this->$name = $value;
    }
}
