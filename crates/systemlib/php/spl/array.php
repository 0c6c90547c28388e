<?php
// Where iterators stand in arrays.
final class Position_ {
    #[Native] public static function valid_(array|object $in, int $at): bool {}
    #[Native] public static function key_(array|object $in, int $at): int|string|null {}
    #[Native] public static function value_(array|object $in, int $at): mixed {}
    #[Native] public static function next_(array|object $in, int $at): int {}
    #[Native] public static function before_(array|object $in, int $at): int {}
    #[Native] public static function nth_(array|object $in, int $count): int {}
    #[Native] public static function find_(object $in, int|string $key): ?int {}
    #[Native] public static function follow_(array $links, int $at, int $step, int $count): int {}
    #[Native] public static function put_(array &$array, int|string $key, mixed $value): void {}
}

trait ArrayLike_ {
    #[Internal] private $storage_ = [];
    #[Internal] private int $flags_ = 0;
    #[Internal] private bool $self_ = false;
    #[Internal] private int $sorting_ = 0;

    #[Internal] private function open_(): void {
        if ($this->sorting_ > 0) throw new Error("Modification of ArrayObject during sorting is prohibited");
    }

    #[Internal] private function sort_(callable $by): true {
        $array = &$this->kept_();
        $copy = $array;
        $this->sorting_++;
        try {
            $by($copy);
        } finally {
            $this->sorting_--;
            if ($this->plain_()) $array = $copy;
            else $this->base_()->reorder_($copy);
        }
        return true;
    }

    // Properties that are not declared come in the order of an array.
    #[Internal] public function reorder_(array $sorted): void {
        $object = $this->self_ ? $this : $this->storage_;
        $class = Reflected_::classOf_($object);
        foreach ($sorted as $name => $value) {
            $name = (string) $name;
            if (Reflected_::isSet_($object, $class, $name) !== null) continue;
            Reflected_::cut_($object, $class, $name);
            Reflected_::put_($object, $class, $name, $value);
        }
    }

    #[Internal] private function nested_(): bool {
        return !$this->self_ && ($this->storage_ instanceof ArrayObject || $this->storage_ instanceof ArrayIterator);
    }

    // The one that has the array, or the object, in the end.
    #[Internal] public function base_(): ArrayObject|ArrayIterator {
        return $this->nested_() ? $this->storage_->base_() : $this;
    }

    #[Internal] public function write_(mixed $key, mixed $value): void {
        if ($this->plain_()) {
            if ($key === null) $this->storage_[] = $value;
            else Position_::put_($this->storage_, $this->key_($key), $value);
            return;
        }
        if ($key === null) throw new Error("Cannot append properties to objects, use " . static::class . "::offsetSet() instead");
        $object = $this->self_ ? $this : $this->storage_;
        Reflected_::put_($object, Reflected_::classOf_($object), (string) $this->key_($key), $value);
    }

    // What a property that is not there means with ARRAY_AS_PROPS, before any magic method of a script.
    #[Internal] public function props_(string $kind, string $name, mixed $value = null): ?array {
        if (!($this->flags_ & 2)) return null;
        return [match ($kind) {
            "get" => $this->offsetGet($name),
            "set" => $this->offsetSet($name, $value),
            "isset" => $this->isset_($name),
            default => $this->offsetUnset($name),
        }];
    }

    #[Internal] public function hasprop_(string $name): bool {
        $array = &$this->kept_();
        return ($this->flags_ & 2) !== 0 && array_key_exists($name, $array);
    }

    // An element becomes a reference.
    #[Internal] public function bind_(mixed $key, mixed &$value): void {
        $this->open_();
        if ($this->nested_()) {
            $this->storage_->bind_($key, $value);
            return;
        }
        $key = $this->key_($key);
        if ($this->plain_()) $this->storage_[$key] = &$value;
        elseif ($this->self_) $this->$key = &$value;
        else $this->storage_->$key = &$value;
    }

    #[Internal] public function erase_(mixed $key): void {
        $key = $this->key_($key, "unset");
        if ($this->plain_()) {
            unset($this->storage_[$key]);
            return;
        }
        $object = $this->self_ ? $this : $this->storage_;
        Reflected_::cut_($object, Reflected_::classOf_($object), (string) $key);
    }

    // What a cast to an array gives.
    #[Internal] public function array_(): array {
        return $this->flags_ & 1 ? $this->own_() : $this->getArrayCopy();
    }

    // What a loop by reference goes through.
    #[Internal] public function &eachref_(): iterable {
        $base = $this->base_();
        if (!$base->plain_() && !$base->self_()) {
            $object = $base->held_();
            foreach (array_keys($this->getArrayCopy()) as $key) yield $key => $object->{$key};
            return;
        }
        $array = &$this->kept_();
        foreach ($array as $key => &$value) yield $key => $value;
    }

    #[Internal] public function self_(): bool { return $this->self_; }
    #[Internal] public function held_(): array|object { return $this->storage_; }

    // With its own flags alone, an object takes over those of the one that it wraps.
    #[Internal] private function init_(array|object $array, int $flags, bool $inherits = false): void {
        $this->open_();
        // What is passed by reference is separated: PHP copies an array that others have.
        if (is_array($array)) {
            array_push($array);
            $this->flags_ = $flags;
            $this->self_ = false;
            $this->storage_ = $array;
            return;
        }
        $this->fits_($array);
        $this->flags_ = $inherits && ($array instanceof ArrayObject || $array instanceof ArrayIterator) ? $array->getFlags() : $flags;
        $this->self_ = $array === $this;
        $this->storage_ = $this->self_ ? [] : $array;
    }

    #[Internal] private function fits_(object $array): void {
        if ($array instanceof UnitEnum) {
            throw new InvalidArgumentException("Enums are not compatible with " . self::class);
        }
        foreach ([
            SplFixedArray::class, SplDoublyLinkedList::class, SplObjectStorage::class, SplHeap::class, SplPriorityQueue::class,
            SplFileInfo::class, Closure::class, Generator::class, DateTimeInterface::class, DateInterval::class,
            DateTimeZone::class, DatePeriod::class, WeakMap::class,
        ] as $overloaded) {
            if (is_a($array, $overloaded)) {
                throw new InvalidArgumentException("Overloaded object of type " . get_class($array) . " is not compatible with " . self::class);
            }
        }
    }

    #[Internal] public function cloned_(object $from): void {
        if ($this->self_) return;
        if ($this instanceof ArrayIterator) {
            $this->storage_ = $from;
            $this->at_ = 0;
        } else {
            $copy = $this->kept_();
            $this->storage_ = $copy;
        }
    }

    // What positions are in: the array itself, or the object whose properties are the elements.
    #[Internal] public function source_(): array|object {
        if ($this->self_) return $this;
        if (is_array($this->storage_)) return $this->storage_;
        if ($this->nested_()) return $this->storage_->source_();
        $object = $this->storage_;
        if (Reflected_::lazyIs_($object)) $object = Reflected_::lazyStart_($object, true);
        return $object instanceof Closure ? [] : $object;
    }

    // The array itself, wherever it is kept.
    #[Internal] public function &kept_() {
        if (is_array($this->storage_) && !$this->self_) return $this->storage_;
        if ($this->nested_()) return $this->storage_->kept_();
        if ($this->self_) {
            $vars = $this->own_();
        } else {
            $object = $this->storage_;
            if (Reflected_::lazyIs_($object)) $object = Reflected_::lazyStart_($object, true);
            $vars = $object instanceof Closure ? [] : get_mangled_object_vars($object);
        }
        foreach ($vars as $name => $value) {
            if ((((string) $name)[0] ?? "") === "\0") unset($vars[$name]);
        }
        return $vars;
    }

    #[Internal] public function plain_(): bool {
        return $this->nested_() ? $this->storage_->plain_() : !$this->self_ && is_array($this->storage_);
    }

    #[Internal] private function key_(mixed $key, string $verb = "access", string $where = ""): int|string {
        if (is_int($key) || is_string($key)) return $key;
        if ($key === null) return "";
        if (is_bool($key)) return (int) $key;
        if (is_float($key)) {
            $int = (int) $key;
            if ((float) $int !== $key) {
                report_(E_DEPRECATED, "Implicit conversion from float " . var_export($key, true) . " to int loses precision");
            }
            return $int;
        }
        if (is_resource($key)) {
            report_(E_WARNING, "Resource ID#" . (int) $key . " used as offset, casting to integer (" . (int) $key . ")");
            return (int) $key;
        }
        throw new TypeError("Cannot $verb offset of type " . get_debug_type($key) . ($where === "" ? " on " . self::class : $where));
    }

    public function offsetExists(mixed $key): bool {
        $key = $this->key_($key, "access", " in isset or empty");
        if (!$this->plain_()) return Position_::find_($this->source_(), $key) !== null;
        $array = &$this->kept_();
        return array_key_exists($key, $array);
    }

    // What isset() asks: other than offsetExists() it wants no null.
    #[Internal] public function isset_(mixed $key): bool {
        $key = $this->key_($key, "access", " in isset or empty");
        if (!$this->plain_()) return $this->found_($key) !== null;
        $array = &$this->kept_();
        return isset($array[$key]);
    }

    // The value of a property of the object whose properties are the elements.
    #[Internal] private function found_(int|string $key): mixed {
        $object = $this->source_();
        $at = Position_::find_($object, $key);
        return $at === null ? null : Position_::value_($object, $at);
    }

    // What empty() asks: methods of scripts first, where there are some.
    #[Internal] public function empty_(bool $isOffset, mixed $key): ?bool {
        if (!$isOffset) return null;
        $class = Reflected_::classOf_($this);
        $own = Reflected_::classOf_($this instanceof ArrayObject ? ArrayObject::class : ArrayIterator::class);
        $changes = fn (string $method) => Reflected_::method_($class, $method)["class"] !== $own;
        $gets = $changes("offsetget");
        if ($changes("offsetexists")) {
            if (!$this->offsetExists($key)) return true;
            if ($gets) return !$this->offsetGet($key);
        }
        $array = &$this->kept_();
        $at = $this->key_($key, "access", " in isset or empty");
        if (!array_key_exists($at, $array)) return true;
        return $gets ? !$this->offsetGet($key) : !$array[$at];
    }

    // An element to be changed where it is.
    #[Internal] public function &place_(mixed $key): mixed {
        $this->open_();
        if ($this->nested_()) return $this->storage_->place_($key);
        if (!$this->plain_()) {
            $key = $this->key_($key);
            if ($this->self_) return $this->$key;
            return $this->storage_->$key;
        }
        $array = &$this->kept_();
        if ($key === null) {
            $array[] = null;
            return $array[array_key_last($array)];
        }
        return $array[$this->key_($key)];
    }

    public function offsetGet(mixed $key): mixed {
        $key = $this->key_($key);
        if (!$this->plain_()) {
            $object = $this->source_();
            $at = Position_::find_($object, $key);
            if ($at !== null) return Position_::value_($object, $at);
            $key = (string) $key;
        } else {
            $array = &$this->kept_();
            if (array_key_exists($key, $array)) return $array[$key];
            if ((string) (int) $key === $key) $key = (int) $key;
        }
        report_(E_WARNING, "Undefined array key " . (is_int($key) ? $key : "\"$key\""));
        return null;
    }

    public function offsetSet(mixed $key, mixed $value): void {
        $this->open_();
        $this->base_()->write_($key, $value);
    }

    public function offsetUnset(mixed $key): void {
        $this->open_();
        $this->base_()->erase_($key);
    }

    public function append(mixed $value): void {
        if (!$this->plain_()) {
            throw new Error("Cannot append properties to objects, use " . static::class . "::offsetSet() instead");
        }
        $this->offsetSet(null, $value);
    }

    public function getArrayCopy(): array {
        $array = $this->kept_();
        return $array;
    }

    public function count(): int {
        $array = &$this->kept_();
        return count($array);
    }

    public function getFlags(): int { return $this->flags_; }
    public function setFlags(int $flags): void { $this->flags_ = $flags; }

    public function asort(int $flags = SORT_REGULAR): true { return $this->sort_(function (&$array) use ($flags) { asort($array, $flags); }); }
    public function ksort(int $flags = SORT_REGULAR): true { return $this->sort_(function (&$array) use ($flags) { ksort($array, $flags); }); }
    public function uasort(callable $callback): true { return $this->sort_(function (&$array) use ($callback) { uasort($array, $callback); }); }
    public function uksort(callable $callback): true { return $this->sort_(function (&$array) use ($callback) { uksort($array, $callback); }); }
    public function natsort(): true { return $this->sort_(function (&$array) { natsort($array); }); }
    public function natcasesort(): true { return $this->sort_(function (&$array) { natcasesort($array); }); }

    #[Internal] private function own_(): array {
        return get_mangled_object_vars($this);
    }

    public function serialize(): string {
        $begins = serial_begin_(false);
        try {
            $text = "x:" . serialize($this->flags_ | ($this->self_ ? 0x1000000 : 0));
            if (!$this->self_) $text .= serialize($this->storage_) . ";";
            return $text . "m:" . serialize($this->own_());
        } finally {
            if ($begins) serial_end_(false, true);
        }
    }

    public function unserialize(string $data): void {
        if ($data === "") return;
        $this->open_();
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
        $flags = SerialForm_::value_($data, $at, "integer");
        $at--;
        SerialForm_::expect_($data, $at, ";");
        if ($flags & 0x1000000) {
            $this->self_ = true;
            $this->storage_ = [];
        } else {
            if (!in_array($data[$at] ?? "", ["a", "O", "C", "r"], true)) SerialForm_::fail_($data, $at);
            $storage = SerialForm_::value_($data, $at, "array", "object");
            if ($storage === $this) SerialForm_::fail_($data, $at);
            // PHP: what is refused is told when all was read.
            try {
                $this->init_($storage, 0);
            } catch (InvalidArgumentException $refused) {
            }
            SerialForm_::expect_($data, $at, ";");
        }
        $this->flags_ = $flags & 0xFFFF;
        SerialForm_::expect_($data, $at, "m:");
        SerialForm_::load_($this, SerialForm_::value_($data, $at, "array"));
        if (isset($refused)) throw $refused;
    }

    #[Internal] private function restore_(array $data): void {
        if (!array_key_exists(1, $data) || !is_int($data[0] ?? null) || !is_array($data[2] ?? null)) {
            throw new UnexpectedValueException("Incomplete or ill-typed serialization data");
        }
        if ($data[0] & 0x1000000) {
            $this->self_ = true;
            $this->storage_ = [];
        } else {
            if (!is_array($data[1]) && !is_object($data[1])) throw new InvalidArgumentException("Passed variable is not an array or object");
            $this->init_($data[1], 0);
        }
        $this->flags_ = $data[0] & 0xFFFF;
        SerialForm_::load_($this, $data[2]);
    }

    public function __debugInfo(): array {
        if ($this->self_) return $this->own_();
        return $this->own_() + ["\0" . self::class . "\0storage" => $this->storage_];
    }

    #[Internal] public function __get($name) { return $this->flags_ & 2 ? $this->offsetGet($name) : $this->$name; }

    #[Internal] public function __set($name, $value) {
        if ($this->flags_ & 2) $this->offsetSet($name, $value);
        else $this->$name = $value;
    }

    #[Internal] public function __isset($name) { return $this->flags_ & 2 ? $this->offsetExists($name) : false; }

    #[Internal] public function __unset($name) {
        if ($this->flags_ & 2) $this->offsetUnset($name);
    }
}

class ArrayObject implements IteratorAggregate, ArrayAccess, Serializable, Countable {
    use ArrayLike_;

    const int STD_PROP_LIST = 1;
    const int ARRAY_AS_PROPS = 2;

    #[Internal] private string $iterator_ = ArrayIterator::class;

    public function __construct(array|object $array = [], int $flags = 0, string $iteratorClass = ArrayIterator::class) {
        if (!is_a($iteratorClass, ArrayIterator::class, true)) {
            throw new TypeError("ArrayObject::__construct(): Argument #3 (\$iteratorClass) must be a class name derived from ArrayIterator, $iteratorClass given");
        }
        $this->iterator_ = $iteratorClass;
        $this->init_($array, $flags, func_num_args() === 1);
    }

    public function getIterator(): Iterator {
        $class = $this->iterator_;
        return ArrayIterator::over_($class, $this);
    }

    public function exchangeArray(array|object $array): array {
        $this->open_();
        $old = $this->getArrayCopy();
        $this->init_($array, $this->flags_);
        return $old;
    }

    public function setIteratorClass(string $iteratorClass): void {
        if (!is_a($iteratorClass, ArrayIterator::class, true)) {
            throw new TypeError("ArrayObject::setIteratorClass(): Argument #1 (\$iteratorClass) must be a class name derived from ArrayIterator, $iteratorClass given");
        }
        $this->iterator_ = $iteratorClass;
    }

    public function getIteratorClass(): string { return $this->iterator_; }

    public function __serialize(): array {
        return [
            $this->flags_ | ($this->self_ ? 0x1000000 : 0), $this->self_ ? null : $this->storage_, $this->own_(),
            $this->iterator_ === ArrayIterator::class ? null : $this->iterator_,
        ];
    }

    public function __unserialize(array $data): void {
        $class = $data[3] ?? null;
        if ($class !== null && !is_string($class)) throw new UnexpectedValueException("Incomplete or ill-typed serialization data");
        $this->restore_($data);
        if ($class === null) return;
        if (!class_exists($class) && !interface_exists($class)) {
            throw new InvalidArgumentException("Cannot deserialize ArrayObject with iterator class '$class'; no such class exists");
        }
        if (!is_a($class, Iterator::class, true)) {
            throw new InvalidArgumentException("Cannot deserialize ArrayObject with iterator class '$class'; this class does not implement the Iterator interface");
        }
        $this->iterator_ = $class;
    }
}

class ArrayIterator implements SeekableIterator, ArrayAccess, Serializable, Countable {
    use ArrayLike_;

    const int STD_PROP_LIST = 1;
    const int ARRAY_AS_PROPS = 2;

    #[Internal] private int $at_ = 0;

    public function __construct(array|object $array = [], int $flags = 0) { $this->init_($array, $flags, func_num_args() === 1); }

    #[Internal] public static function over_(string $class, object $of): ArrayIterator {
        $made = Reflected_::new_(Reflected_::classOf_($class));
        $made->storage_ = $of;
        $made->flags_ = $of->getFlags();
        return $made;
    }

    public function rewind(): void { $this->at_ = 0; }
    public function current(): mixed { return Position_::value_(is_array($this->storage_) && !$this->self_ ? $this->storage_ : $this->source_(), $this->at_); }
    public function key(): string|int|null { return Position_::key_(is_array($this->storage_) && !$this->self_ ? $this->storage_ : $this->source_(), $this->at_); }
    public function next(): void { $this->at_ = Position_::next_(is_array($this->storage_) && !$this->self_ ? $this->storage_ : $this->source_(), $this->at_); }
    public function valid(): bool { return Position_::valid_(is_array($this->storage_) && !$this->self_ ? $this->storage_ : $this->source_(), $this->at_); }

    public function seek(int $offset): void {
        if ($offset < 0 || $offset >= $this->count()) {
            throw new OutOfBoundsException("Seek position $offset is out of range");
        }
        $this->at_ = Position_::nth_($this->source_(), $offset);
    }

    public function __serialize(): array { 
        return [$this->flags_ | ($this->self_ ? 0x1000000 : 0), $this->self_ ? null : $this->storage_, $this->own_(), null];
    }

    public function __unserialize(array $data): void {
        $this->restore_($data);
    }
}

class RecursiveArrayIterator extends ArrayIterator implements RecursiveIterator {
    const int CHILD_ARRAYS_ONLY = 4;

    public function hasChildren(): bool {
        $value = $this->current();
        return is_array($value) || is_object($value) && !($this->getFlags() & 4);
    }

    public function getChildren(): ?RecursiveArrayIterator {
        if (!$this->valid()) return null;
        $value = $this->current();
        if ($value instanceof self) return $value;
        return new static($value, $this->getFlags());
    }
}
