<?php
class SplFixedArray implements IteratorAggregate, ArrayAccess, Countable, JsonSerializable {
    #[Internal] private array $values_ = [];
    #[Internal] private int $size_ = 0;
    #[Internal] private ?int $wanted_ = null;

    public function __construct(int $size = 0) {
        if ($size < 0) {
            throw new ValueError("SplFixedArray::__construct(): Argument #1 (\$size) must be greater than or equal to 0");
        }
        $this->size_ = $size;
        $this->values_ = $size > 0 ? array_fill(0, $size, null) : [];
    }

    #[Internal] private function index_(mixed $index): int {
        if (is_int($index)) $at = $index;
        elseif ($index === null) throw new Error("[] operator not supported for SplFixedArray");
        elseif (is_bool($index)) $at = (int) $index;
        elseif (is_float($index)) {
            $at = (int) $index;
            if ((float) $at !== $index) report_(E_DEPRECATED, "Implicit conversion from float $index to int loses precision");
        } elseif (is_resource($index)) {
            $at = (int) $index;
            report_(E_WARNING, "Resource ID#$at used as offset, casting to integer ($at)");
        }
        elseif (is_string($index)) {
            if (!is_numeric($index) || (string) (int) $index !== $index) {
                throw new TypeError("Cannot access offset of type string on SplFixedArray");
            }
            $at = (int) $index;
        } else {
            throw new TypeError("Cannot access offset of type " . get_debug_type($index) . " on SplFixedArray");
        }
        if ($at < 0 || $at >= $this->size_) throw new OutOfBoundsException("Index invalid or out of range");
        return $at;
    }

    #[Deprecated(since: "8.4", message: "this method is obsolete, as serialization hooks are provided by __unserialize() and __serialize()")]
    public function __wakeup(): void {
        if ($this->size_ > 0) return;
        foreach (get_mangled_object_vars($this) as $name => $value) {
            $this->values_[] = $value;
            unset($this->$name);
        }
        $this->size_ = count($this->values_);
    }

    public function __serialize(): array { return $this->values_ + get_mangled_object_vars($this); }

    public function __unserialize(array $data): void {
        if ($this->size_ > 0) return;
        foreach ($data as $key => $value) {
            if (is_int($key)) $this->values_[] = $value;
            else $this->$key = $value;
        }
        $this->size_ = count($this->values_);
    }

    public function count(): int { return $this->size_; }
    public function toArray(): array { return $this->values_; }

    public static function fromArray(array $array, bool $preserveKeys = true): SplFixedArray {
        $made = new SplFixedArray;
        if ($preserveKeys && $array) {
            foreach ($array as $key => $value) {
                if (!is_int($key) || $key < 0) throw new InvalidArgumentException("array must contain only positive integer keys");
            }
            $last = max(array_keys($array));
            if ($last === PHP_INT_MAX) throw new InvalidArgumentException("integer overflow detected");
            $made->setSize($last + 1);
            foreach ($array as $key => $value) $made->values_[$key] = $value;
        } else {
            $made->values_ = array_values($array);
            $made->size_ = count($array);
        }
        return $made;
    }

    public function getSize(): int { return $this->size_; }

    public function setSize(int $size): true {
        if ($size < 0) {
            throw new ValueError("SplFixedArray::setSize(): Argument #1 (\$size) must be greater than or equal to 0");
        }
        if ($size >= 1 << 60) {
            report_(E_ERROR, "Possible integer overflow in memory allocation ($size * 16 + 0)");
            exit(255);
        }
        // PHP: a size that a destructor asks for meanwhile is taken on behind this one.
        [$busy, $this->wanted_] = [$this->wanted_ !== null, $size];
        if ($busy) return true;
        try {
            while ($this->size_ !== $this->wanted_) $this->resize_($this->wanted_);
        } finally {
            $this->wanted_ = null;
        }
        return true;
    }

    #[Internal] private function resize_(int $size): void {
        $old = $this->size_;
        $this->size_ = $size;
        for ($at = $size; $at < $old; $at++) unset($this->values_[$at]);
        if ($size < $old) $this->values_ = array_slice($this->values_, 0, $size);
        elseif ($size > 2 * $old) $this->values_ = array_pad($this->values_, $size, null);
        for ($at = count($this->values_); $at < $size; $at++) $this->values_[] = null;
    }

    public function offsetExists($index): bool {
        try {
            return $this->values_[$this->index_($index)] !== null;
        } catch (OutOfBoundsException) {
            return false;
        }
    }

    // What empty() asks.
    #[Internal] public function empty_(bool $isOffset, mixed $index): ?bool {
        if (!$isOffset) return null;
        $method = Reflected_::method_(Reflected_::classOf_($this), "offsetexists");
        if ($method["class"] !== Reflected_::classOf_(SplFixedArray::class)) return !$this->offsetExists($index);
        try {
            return !$this->values_[$this->index_($index)];
        } catch (OutOfBoundsException) {
            return true;
        }
    }

    public function offsetGet($index): mixed { return $this->values_[$this->index_($index)]; }

    public function offsetSet($index, mixed $value): void {
        if ($index === null) throw new Error("[] operator not supported for SplFixedArray");
        $this->values_[$this->index_($index)] = $value;
    }

    public function offsetUnset($index): void { $this->values_[$this->index_($index)] = null; }

    public function getIterator(): Iterator { return InternalIterator::of_($this); }
    #[Internal] public function iterate_(): Iterator { return SplFixedArrayIterator_::of_($this); }
    public function jsonSerialize(): array { return $this->values_; }
    #[Internal] public function shown_(): array { return $this->values_ + get_mangled_object_vars($this); }
}

#[Internal] #[NoDynamicProperties]
final class SplFixedArrayIterator_ implements Iterator {
    #[Internal] private ?SplFixedArray $of_ = null;
    #[Internal] private int $at_ = 0;

    public static function of_(SplFixedArray $of): Iterator {
        $made = new SplFixedArrayIterator_;
        $made->of_ = $of;
        return $made;
    }

    public function current(): mixed { return $this->of_->offsetGet($this->at_); }
    public function key(): int { return $this->at_; }
    public function next(): void { $this->at_++; }
    public function rewind(): void { $this->at_ = 0; }
    public function valid(): bool { return $this->at_ < $this->of_->getSize(); }
}
