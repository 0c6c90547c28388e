<?php
class SplDoublyLinkedList implements Iterator, Countable, ArrayAccess, Serializable {
    const int IT_MODE_LIFO = 2;
    const int IT_MODE_FIFO = 0;
    const int IT_MODE_DELETE = 1;
    const int IT_MODE_KEEP = 0;

    // The elements, by consecutive keys from the head to before the tail.
    #[Internal] private array $list_ = [];
    #[Internal] private int $head_ = 0;
    #[Internal] private int $tail_ = 0;
    #[Internal] private int $mode_ = 0;
    #[Internal] private int $at_ = 0;

    #[Internal] private function index_(mixed $index, string $method): int {
        if (!is_numeric($index) && !is_bool($index)) {
            throw new TypeError("SplDoublyLinkedList::$method(): Argument #1 (\$index) must be of type int, " . get_debug_type($index) . " given");
        }
        $index = (int) $index;
        if ($index < 0 || $index >= $this->tail_ - $this->head_) {
            throw new OutOfRangeException("SplDoublyLinkedList::$method(): Argument #1 (\$index) is out of range");
        }
        return $this->mode_() & 2 ? $this->tail_ - 1 - $index : $this->head_ + $index;
    }

    #[Internal] private function mode_(): int {
        return $this->mode_ | ($this instanceof SplStack ? 6 : ($this instanceof SplQueue ? 4 : 0));
    }

    #[Internal] private function fill_(array $values): void {
        $this->list_ = array_values($values);
        $this->head_ = 0;
        $this->tail_ = count($values);
    }

    #[Internal] private function values_(): array { return array_values($this->list_); }

    public function add(int $index, mixed $value): void {
        $count = $this->tail_ - $this->head_;
        if ($index < 0 || $index > $count) {
            throw new OutOfRangeException("SplDoublyLinkedList::add(): Argument #1 (\$index) is out of range");
        }
        if ($index === $count) {
            $this->push($value);
            return;
        }
        $values = $this->values_();
        $at = $this->mode_() & 2 ? $count - $index : $index;
        array_splice($values, $at, 0, [$value]);
        $this->fill_($values);
    }

    public function push(mixed $value): void { $this->list_[$this->tail_++] = $value; }

    public function unshift(mixed $value): void {
        if ($this->head_ > 0) {
            $values = $this->values_();
            array_unshift($values, $value);
            $this->fill_($values);
            return;
        }
        array_unshift($this->list_, $value);
        $this->tail_++;
    }

    public function pop(): mixed {
        if ($this->tail_ === $this->head_) throw new RuntimeException("Can't pop from an empty datastructure");
        $value = $this->list_[--$this->tail_];
        unset($this->list_[$this->tail_]);
        return $value;
    }

    public function shift(): mixed {
        if ($this->tail_ === $this->head_) throw new RuntimeException("Can't shift from an empty datastructure");
        $value = $this->list_[$this->head_];
        unset($this->list_[$this->head_++]);
        if ($this->head_ > 64 && $this->head_ > $this->tail_ - $this->head_) {
            $moved = $this->head_;
            $this->fill_($this->list_);
            $this->at_ -= $moved;
        }
        return $value;
    }

    public function top(): mixed {
        if ($this->tail_ === $this->head_) throw new RuntimeException("Can't peek at an empty datastructure");
        return $this->list_[$this->tail_ - 1];
    }

    public function bottom(): mixed {
        if ($this->tail_ === $this->head_) throw new RuntimeException("Can't peek at an empty datastructure");
        return $this->list_[$this->head_];
    }

    public function isEmpty(): bool { return $this->tail_ === $this->head_; }
    public function count(): int { return $this->tail_ - $this->head_; }
    public function toArray(): array { return $this->values_(); }

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
        return $index >= 0 && $index < $this->tail_ - $this->head_;
    }

    public function offsetGet($index): mixed { return $this->list_[$this->index_($index, "offsetGet")]; }

    public function offsetSet($index, mixed $value): void {
        if ($index === null) $this->push($value);
        else $this->list_[$this->index_($index, "offsetSet")] = $value;
    }

    public function offsetUnset($index): void {
        $at = $this->index_($index, "offsetUnset");
        unset($this->list_[$at]);
        ksort($this->list_);
        $this->fill_($this->list_);
    }

    public function rewind(): void { $this->at_ = $this->mode_() & 2 ? $this->tail_ - 1 : $this->head_; }
    public function current(): mixed { return $this->valid() ? $this->list_[$this->at_] : null; }
    public function key(): int { return $this->at_ - $this->head_; }
    public function valid(): bool { return $this->at_ >= $this->head_ && $this->at_ < $this->tail_; }

    public function next(): void {
        $mode = $this->mode_();
        if (!($mode & 1)) {
            $this->at_ += $mode & 2 ? -1 : 1;
        } elseif ($mode & 2) {
            if ($this->tail_ > $this->head_) $this->pop();
            $this->at_ = $this->tail_ - 1;
        } else {
            if ($this->tail_ > $this->head_) $this->shift();
            $this->at_ = $this->head_;
        }
    }

    public function prev(): void { $this->at_ += $this->mode_() & 2 ? 1 : -1; }

    public function serialize(): string {
        $text = "i:" . $this->mode_() . ";";
        foreach ($this->values_() as $value) $text .= ":" . serialize($value);
        return $text;
    }

    public function unserialize(string $data): void {
        if ($data === "") return;
        if (!str_starts_with($data, "i:")) {
            throw new UnexpectedValueException("Error at offset 0 of " . strlen($data) . " bytes");
        }
        $this->mode_ = (int) substr($data, 2) & 3;
        $values = [];
        foreach (explode(";:", substr($data, strpos($data, ";") + 2)) as $part) $values[] = unserialize("$part;");
        $this->fill_($values);
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
        foreach ($data[2] as $name => $value) $this->$name = $value;
    }

    public function __debugInfo(): array {
        return get_mangled_object_vars($this) + [
            "\0SplDoublyLinkedList\0flags" => $this->mode_(),
            "\0SplDoublyLinkedList\0dllist" => $this->values_(),
        ];
    }
}

class SplQueue extends SplDoublyLinkedList {
    public function enqueue(mixed $value): void { $this->push($value); }
    public function dequeue(): mixed { return $this->shift(); }
}

class SplStack extends SplDoublyLinkedList {}
