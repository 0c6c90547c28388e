<?php
// The forms that data structures have of their own in serialized texts.
final class SerialForm_ {
    #[Internal] private string $data_ = "";
    #[Internal] public int $at_ = 0;

    public static function of_(string $data): SerialForm_ {
        $made = new SerialForm_;
        $made->data_ = $data;
        return $made;
    }

    public function fail_(): never {
        throw new UnexpectedValueException("Error at offset {$this->at_} of " . strlen($this->data_) . " bytes");
    }

    // The byte at hand; nothing behind the end.
    public function byte_(): string { return $this->data_[$this->at_] ?? ""; }

    public function expect_(string $text): void {
        foreach (str_split($text) as $byte) {
            if ($this->byte_() !== $byte) $this->fail_();
            $this->at_++;
        }
    }

    // The value that comes next; its type must be among these.
    public function value_(string ...$types): mixed {
        $part = unserialize_part_($this->data_, $this->at_);
        if (is_int($part)) {
            $this->at_ = $part;
            $this->fail_();
        }
        $this->at_ = $part[1];
        if ($types && !in_array(gettype($part[0]), $types, true)) $this->fail_();
        return $part[0];
    }

    // Gives an object properties by their names in a text.
    public static function load_(object $object, array $members): void {
        $own = Reflected_::classOf_($object);
        foreach ($members as $name => $value) {
            $name = (string) $name;
            $class = $own;
            if ($name !== "" && $name[0] === "\0" && ($end = strpos($name, "\0", 1)) !== false) {
                $owner = substr($name, 1, $end - 1);
                $name = substr($name, $end + 1);
                if ($owner !== "*") $class = Reflected_::classOf_($owner) ?? $own;
            }
            Reflected_::setRaw_($object, $class, $name, $value);
        }
    }
}
