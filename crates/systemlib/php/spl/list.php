<?php
class SplDoublyLinkedList implements Iterator, Countable, ArrayAccess, Serializable {
    const int IT_MODE_LIFO = 2;
    const int IT_MODE_FIFO = 0;
    const int IT_MODE_DELETE = 1;
    const int IT_MODE_KEEP = 0;

    // The elements by numbers that are never used twice. Neighbours are one apart, unless links say
    // otherwise.
    #[Internal] private array $list_ = [];
    #[Internal] private array $next_ = [];
    #[Internal] private array $prev_ = [];
    #[Internal] private ?int $head_ = null;
    #[Internal] private ?int $tail_ = null;
    #[Internal] private int $least_ = 0;
    #[Internal] private int $greatest_ = -1;
    #[Internal] private int $mode_ = 0;
    // Where the list's own iteration is: an element, perhaps one that has left.
    #[Internal] private ?int $at_ = null;
    #[Internal] private int $position_ = 0;

    #[Internal] private function index_(mixed $index, string $method): int {
        if (!is_numeric($index) && !is_bool($index)) {
            throw new TypeError("SplDoublyLinkedList::$method(): Argument #1 (\$index) must be of type int, " . get_debug_type($index) . " given");
        }
        $index = (int) $index;
        if ($index < 0 || $index >= count($this->list_)) {
            throw new OutOfRangeException("SplDoublyLinkedList::$method(): Argument #1 (\$index) is out of range");
        }
        return $this->nth_($index);
    }

    #[Internal] private function nth_(int $index): int {
        $is_back = ($this->mode_() & 2) !== 0;
        $last = count($this->list_) - 1;
        // From the end that is nearer.
        if ($index > $last - $index) {
            $is_back = !$is_back;
            $index = $last - $index;
        }
        if ($is_back) return Position_::follow_($this->prev_, $this->tail_, -1, $index);
        return Position_::follow_($this->next_, $this->head_, 1, $index);
    }

    // The neighbour of an element; none of one that is the last or has left.
    #[Internal] private function beside_(int $at, bool $is_back): ?int {
        if ($is_back) {
            if ($at === $this->head_) return null;
            return $this->prev_[$at] ?? (isset($this->list_[$at]) || array_key_exists($at, $this->list_) ? $at - 1 : null);
        }
        if ($at === $this->tail_) return null;
        return $this->next_[$at] ?? (isset($this->list_[$at]) || array_key_exists($at, $this->list_) ? $at + 1 : null);
    }

    // Makes two elements neighbours; one of them may be none.
    #[Internal] private function link_(?int $left, ?int $right): void {
        if ($left === null) $this->head_ = $right;
        elseif ($right === null || $right === $left + 1) unset($this->next_[$left]);
        else $this->next_[$left] = $right;
        if ($right === null) $this->tail_ = $left;
        elseif ($left === null || $right === $left + 1) unset($this->prev_[$right]);
        else $this->prev_[$right] = $left;
    }

    #[Internal] private function leave_(int $at): mixed {
        $this->link_($this->beside_($at, true), $this->beside_($at, false));
        $value = $this->list_[$at];
        unset($this->list_[$at], $this->next_[$at], $this->prev_[$at]);
        return $value;
    }

    #[Internal] private function mode_(): int {
        return $this->mode_ | ($this instanceof SplStack ? 6 : ($this instanceof SplQueue ? 4 : 0));
    }

    #[Internal] private function fill_(array $values): void {
        foreach ($values as $value) self::push($value);
    }

    #[Internal] private function values_(): array {
        $values = [];
        for ($at = $this->head_; $at !== null; $at = $this->beside_($at, false)) $values[] = $this->list_[$at];
        return $values;
    }

    public function add(int $index, mixed $value): void {
        $count = count($this->list_);
        if ($index < 0 || $index > $count) {
            throw new OutOfRangeException("SplDoublyLinkedList::add(): Argument #1 (\$index) is out of range");
        }
        if ($index === $count) {
            self::push($value);
            return;
        }
        $right = $this->nth_($index);
        $left = $this->beside_($right, true);
        $at = ++$this->greatest_;
        $this->list_[$at] = $value;
        $this->link_($left, $at);
        $this->link_($at, $right);
    }

    public function push(mixed $value): void {
        $at = ++$this->greatest_;
        $this->list_[$at] = $value;
        if ($this->tail_ === $at - 1) $this->tail_ = $at;
        else {
            $this->link_($this->tail_, $at);
            $this->tail_ = $at;
        }
    }

    public function unshift(mixed $value): void {
        $at = --$this->least_;
        $this->list_[$at] = $value;
        $this->link_($at, $this->head_);
        $this->head_ = $at;
    }

    public function pop(): mixed {
        if ($this->tail_ === null) throw new RuntimeException("Can't pop from an empty datastructure");
        return $this->leave_($this->tail_);
    }

    public function shift(): mixed {
        if ($this->head_ === null) throw new RuntimeException("Can't shift from an empty datastructure");
        return $this->leave_($this->head_);
    }

    public function top(): mixed {
        if ($this->tail_ === null) throw new RuntimeException("Can't peek at an empty datastructure");
        return $this->list_[$this->tail_];
    }

    public function bottom(): mixed {
        if ($this->head_ === null) throw new RuntimeException("Can't peek at an empty datastructure");
        return $this->list_[$this->head_];
    }

    public function isEmpty(): bool { return !$this->list_; }
    public function count(): int { return count($this->list_); }

    public function setIteratorMode(int $mode): int {
        $frozen = $this->mode_();
        if ($frozen & 4 && ($frozen & 2) !== ($mode & 2)) {
            throw new RuntimeException("Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen");
        }
        $this->mode_ = $mode & 3;
        return $this->mode_();
    }

    public function getIteratorMode(): int { return $this->mode_(); }

    public function offsetExists($index): bool {
        $index = (int) $index;
        return $index >= 0 && $index < count($this->list_);
    }

    public function offsetGet($index): mixed { return $this->list_[$this->index_($index, "offsetGet")]; }

    public function offsetSet($index, mixed $value): void {
        if ($index === null) self::push($value);
        else $this->list_[$this->index_($index, "offsetSet")] = $value;
    }

    public function offsetUnset($index): void {
        $at = $this->index_($index, "offsetUnset");
        if ($this->at_ === $at) $this->at_ = null;
        $this->leave_($at);
    }

    public function rewind(): void { [$this->at_, $this->position_] = $this->start_($this->mode_()); }
    public function current(): mixed { return $this->at_ === null ? null : $this->list_[$this->at_] ?? null; }
    public function key(): int { return $this->position_; }
    public function valid(): bool { return $this->at_ !== null; }
    public function next(): void { [$this->at_, $this->position_] = $this->step_($this->at_, $this->position_, $this->mode_()); }
    public function prev(): void { [$this->at_, $this->position_] = $this->step_($this->at_, $this->position_, $this->mode_() ^ 2); }

    #[Internal] private function start_(int $mode): array {
        return $mode & 2 ? [$this->tail_, count($this->list_) - 1] : [$this->head_, 0];
    }

    // Where an iteration is after the element $at.
    #[Internal] private function step_(?int $at, int $position, int $mode): array {
        if ($at === null) return [$at, $position];
        $then = $this->beside_($at, ($mode & 2) !== 0);
        if (!($mode & 1)) $position += $mode & 2 ? -1 : 1;
        elseif ($mode & 2) {
            $position--;
            if ($this->list_) $this->leave_($this->tail_);
        } elseif ($this->list_) $this->leave_($this->head_);
        return [$then, $position];
    }

    // What a loop goes through: each has a place of its own.
    #[Internal] public function each_(): iterable {
        $mode = $this->mode_();
        [$at, $position] = $this->start_($mode);
        while ($at !== null && array_key_exists($at, $this->list_)) {
            yield $position => $this->list_[$at];
            [$at, $position] = $this->step_($at, $position, $mode);
        }
    }

    public function serialize(): string {
        $begins = serial_begin_(false);
        try {
            $text = serialize($this->mode_());
            for ($at = $this->head_; $at !== null; $at = $this->beside_($at, false)) $text .= ":" . serialize($this->list_[$at]);
            return $text;
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
        $this->mode_ = SerialForm_::value_($data, $at, "integer") & 3;
        $this->list_ = $this->next_ = $this->prev_ = [];
        $this->head_ = $this->tail_ = null;
        while (($data[$at] ?? "") === ":") {
            $at++;
            self::push(SerialForm_::value_($data, $at));
        }
        if ($at < strlen($data)) SerialForm_::fail_($data, $at);
    }

    public function __serialize(): array {
        return [$this->mode_(), $this->values_(), get_mangled_object_vars($this)];
    }

    public function __unserialize(array $data): void {
        if (count($data) < 3 || !is_int($data[0] ?? null) || !is_array($data[1] ?? null) || !is_array($data[2] ?? null)) {
            throw new UnexpectedValueException("Incomplete or ill-typed serialization data");
        }
        $this->mode_ = $data[0] & 3;
        $this->fill_($data[1]);
        SerialForm_::load_($this, $data[2]);
    }

    public function __debugInfo(): array {
        return get_mangled_object_vars($this) + [
            "\0SplDoublyLinkedList\0flags" => $this->mode_(),
            "\0SplDoublyLinkedList\0dllist" => $this->values_(),
        ];
    }
}

class SplQueue extends SplDoublyLinkedList {
    public function enqueue(mixed $value): void { self::push($value); }
    public function dequeue(): mixed { return self::shift(); }
}

class SplStack extends SplDoublyLinkedList {}
