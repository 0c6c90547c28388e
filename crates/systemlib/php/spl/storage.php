<?php
class SplObjectStorage implements Countable, SeekableIterator, Serializable, ArrayAccess {
    #[Internal] private array $rows_ = [];
    #[Internal] private int $at_ = 0;
    #[Internal] private int $index_ = 0;

    #[Internal] private function key_(object $object): int|string {
        return static::class === SplObjectStorage::class ? spl_object_id($object) : $this->hash_($object);
    }

    #[Internal] private function object_(mixed $object, string $method): object {
        if (is_object($object)) return $object;
        $given = is_bool($object) ? ($object ? "true" : "false") : get_debug_type($object);
        throw new TypeError("SplObjectStorage::$method(): Argument #1 (\$object) must be of type object, $given given");
    }

    #[Internal] private function hash_(object $object): int|string {
        $hash = $this->getHash($object);
        if (!is_string($hash)) {
            throw new TypeError(static::class . "::getHash(): Return value must be of type string, " . get_debug_type($hash) . " returned");
        }
        return $hash === spl_object_hash($object) ? spl_object_id($object) : "h$hash";
    }

    public function attach(object $object, mixed $info = null): void {
        $this->rows_[$this->key_($object)] = ["obj" => $object, "inf" => $info];
    }

    public function detach(object $object): void {
        unset($this->rows_[$this->key_($object)]);
        $this->begin_();
    }

    // PHP: when something has left, the iteration begins anew, at the first element.
    #[Internal] private function begin_(): void {
        $this->at_ = $this->rows_ ? Position_::next_($this->rows_, 0) - 1 : 0;
        $this->index_ = 0;
    }
    public function contains(object $object): bool { return isset($this->rows_[$this->key_($object)]); }

    public function addAll(SplObjectStorage $storage): int {
        foreach ($storage->rows_ as $row) self::attach($row["obj"], $row["inf"]);
        return count($this->rows_);
    }

    public function removeAll(SplObjectStorage $storage): int {
        foreach ($storage->rows_ as $row) unset($this->rows_[$this->key_($row["obj"])]);
        $this->begin_();
        return count($this->rows_);
    }

    public function removeAllExcept(SplObjectStorage $storage): int {
        foreach ($this->rows_ as $row) {
            if (!isset($storage->rows_[$storage->key_($row["obj"])])) unset($this->rows_[$this->key_($row["obj"])]);
        }
        $this->begin_();
        return count($this->rows_);
    }

    public function getInfo(): mixed { return Position_::value_($this->rows_, $this->at_)["inf"] ?? null; }

    public function setInfo(mixed $info): void {
        $key = Position_::key_($this->rows_, $this->at_);
        if ($key !== null) $this->rows_[$key]["inf"] = $info;
    }

    // PHP: what is attached is nothing that is counted inside.
    public function count(int $mode = COUNT_NORMAL): int { return count($this->rows_); }

    public function rewind(): void { $this->at_ = 0; $this->index_ = 0; }
    public function valid(): bool { return Position_::valid_($this->rows_, $this->at_); }
    public function key(): int { return $this->index_; }

    public function current(): object {
        $row = Position_::value_($this->rows_, $this->at_);
        if ($row === null) throw new RuntimeException("Called current() on invalid iterator");
        return $row["obj"];
    }

    public function next(): void {
        if (Position_::valid_($this->rows_, $this->at_)) {
            $this->at_ = Position_::next_($this->rows_, $this->at_);
            $this->index_++;
        }
    }

    public function seek(int $offset): void {
        if ($offset < 0 || $offset >= count($this->rows_)) {
            throw new OutOfBoundsException("Seek position $offset is out of range");
        }
        $this->rewind();
        while ($this->index_ < $offset) $this->next();
    }

    public function offsetExists($object): bool { return isset($this->rows_[$this->key_($this->object_($object, "offsetExists"))]); }

    public function offsetGet($object): mixed {
        $row = $this->rows_[$this->key_($this->object_($object, "offsetGet"))] ?? throw new UnexpectedValueException("Object not found");
        return $row["inf"];
    }

    public function offsetSet($object, mixed $info = null): void { self::attach($this->object_($object, "offsetSet"), $info); }
    public function offsetUnset($object): void { self::detach($this->object_($object, "offsetUnset")); }
    public function getHash(object $object): string { return spl_object_hash($object); }

    public function serialize(): string {
        $begins = serial_begin_(false);
        try {
            $text = "x:" . serialize(count($this->rows_));
            foreach ($this->rows_ as $row) $text .= serialize($row["obj"]) . "," . serialize($row["inf"]) . ";";
            return $text . "m:" . serialize(get_mangled_object_vars($this));
        } finally {
            if ($begins) serial_end_(false, true);
        }
    }

    public function unserialize(string $data): void {
        if ($data === "") return;
        [$begins, $whole] = [serial_begin_(true), false];
        try {
            $this->read_($data);
            $whole = true;
        } finally {
            if ($begins) serial_end_(true, $whole);
        }
    }

    #[Internal] private function read_(string $data): void {
        $at = 0;
        SerialForm_::expect_($data, $at, "x:");
        $count = SerialForm_::value_($data, $at, "integer");
        $at--;
        if ($count < 0) SerialForm_::fail_($data, $at);
        while ($count-- > 0) {
            SerialForm_::expect_($data, $at, ";");
            if (!in_array($data[$at] ?? "", ["O", "C", "r"], true)) SerialForm_::fail_($data, $at);
            $object = SerialForm_::value_($data, $at);
            $info = null;
            if (($data[$at] ?? "") === ",") {
                $at++;
                $info = SerialForm_::value_($data, $at);
            }
            if (!is_object($object)) SerialForm_::fail_($data, $at);
            $this->attach($object, $info);
        }
        SerialForm_::expect_($data, $at, ";m:");
        SerialForm_::load_($this, SerialForm_::value_($data, $at, "array"));
    }

    public function __serialize(): array {
        $flat = [];
        foreach ($this->rows_ as $row) {
            $flat[] = $row["obj"];
            $flat[] = $row["inf"];
        }
        return [$flat, get_mangled_object_vars($this)];
    }

    public function __unserialize(array $data): void {
        if (count($data) !== 2 || !is_array($data[0] ?? null) || !is_array($data[1] ?? null)) {
            throw new UnexpectedValueException("Incomplete or ill-typed serialization data");
        }
        if (count($data[0]) % 2 !== 0) throw new UnexpectedValueException("Odd number of elements");
        for ($at = 0; $at < count($data[0]); $at += 2) {
            if (!is_object($data[0][$at])) throw new UnexpectedValueException("Non-object key");
            $this->attach($data[0][$at], $data[0][$at + 1]);
        }
        SerialForm_::load_($this, $data[1]);
    }

    public function __debugInfo(): array {
        return get_mangled_object_vars($this) + ["\0SplObjectStorage\0storage" => array_values($this->rows_)];
    }
}

class MultipleIterator implements Iterator {
    const int MIT_NEED_ANY = 0;
    const int MIT_NEED_ALL = 1;
    const int MIT_KEYS_NUMERIC = 0;
    const int MIT_KEYS_ASSOC = 2;

    #[Internal] private array $rows_ = [];
    #[Internal] private int $flags_ = 1;

    public function __construct(int $flags = MultipleIterator::MIT_NEED_ALL | MultipleIterator::MIT_KEYS_NUMERIC) {
        $this->flags_ = $flags;
    }

    public function getFlags(): int { return $this->flags_; }
    public function setFlags(int $flags): void { $this->flags_ = $flags; }

    public function attachIterator(Iterator $iterator, string|int|null $info = null): void {
        if ($info !== null) {
            foreach ($this->rows_ as $row) {
                if ($row["inf"] === $info) throw new InvalidArgumentException("Key duplication error");
            }
        }
        $this->rows_[spl_object_id($iterator)] = ["obj" => $iterator, "inf" => $info];
    }

    // PHP: the storage behind it can be written to as an array.
    #[Internal] public function offsetSet_(mixed $iterator, mixed $info): void {
        if (!$iterator instanceof Iterator) throw new TypeError("Can only attach objects that implement the Iterator interface");
        $this->rows_[spl_object_id($iterator)] = ["obj" => $iterator, "inf" => $info];
    }

    public function detachIterator(Iterator $iterator): void { unset($this->rows_[spl_object_id($iterator)]); }
    public function containsIterator(Iterator $iterator): bool { return isset($this->rows_[spl_object_id($iterator)]); }
    public function countIterators(): int { return count($this->rows_); }
    public function rewind(): void { foreach ($this->rows_ as $row) $row["obj"]->rewind(); }
    public function next(): void { foreach ($this->rows_ as $row) $row["obj"]->next(); }

    public function valid(): bool {
        if (!$this->rows_) return false;
        $all = $this->flags_ & 1;
        foreach ($this->rows_ as $row) {
            $valid = $row["obj"]->valid();
            if ($all && !$valid) return false;
            if (!$all && $valid) return true;
        }
        return (bool) $all;
    }

    #[Internal] private function collect_(string $method): array {
        if (!$this->rows_) throw new RuntimeException("Called $method() on an invalid iterator");
        $found = [];
        foreach ($this->rows_ as $row) {
            if ($row["obj"]->valid()) $value = $row["obj"]->$method();
            elseif ($this->flags_ & 1) {
                throw new RuntimeException("Called $method() with non valid sub iterator");
            } else $value = null;
            if ($this->flags_ & 2 && $row["inf"] === null) throw new InvalidArgumentException("Sub-Iterator is associated with NULL");
            if ($this->flags_ & 2) $found[$row["inf"]] = $value;
            else $found[] = $value;
        }
        return $found;
    }

    public function current(): array { return $this->collect_("current"); }
    public function key(): array { return $this->collect_("key"); }

    public function __debugInfo(): array {
        return ["\0SplObjectStorage\0storage" => array_values($this->rows_)];
    }
}
