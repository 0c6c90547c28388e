<?php
abstract class SplHeap implements Iterator, Countable {
    #[Internal] private array $heap_ = [];
    #[Internal] private bool $corrupted_ = false;
    #[Internal] private bool $changing_ = false;

    #[Internal] private function begin_(): void {
        if ($this->changing_) throw new RuntimeException("Heap cannot be changed when it is already being modified.");
        if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
        $this->changing_ = true;
    }

    abstract protected function compare(mixed $value1, mixed $value2): int;

    public function insert(mixed $value): true {
        $this->begin_();
        $at = count($this->heap_);
        $this->heap_[] = $value;
        try {
            while ($at > 0) {
                $parent = $at - 1 >> 1;
                if ($this->compare($this->heap_[$parent], $value) >= 0) break;
                $this->heap_[$at] = $this->heap_[$parent];
                $at = $parent;
            }
        } catch (Throwable $error) {
            $this->corrupted_ = true;
            throw $error;
        } finally {
            $this->heap_[$at] = $value;
            $this->changing_ = false;
        }
        return true;
    }

    #[Internal] private function remove_(): mixed {
        $this->begin_();
        $top = $this->heap_[0];
        $limit = count($this->heap_) - 1 >> 1;
        $bottom = array_pop($this->heap_);
        $count = count($this->heap_);
        $at = 0;
        try {
            while ($at < $limit) {
                $child = 2 * $at + 1;
                // The element that goes down is compared as a child too.
                $other = $child + 1 === $count ? $bottom : $this->heap_[$child + 1];
                $less = $this->heap_[$child];
                if ($this->compare($other, $less) > 0) {
                    $less = $other;
                    $child++;
                }
                if ($this->compare($bottom, $less) >= 0) break;
                $this->heap_[$at] = $less;
                $at = $child;
            }
        } catch (Throwable $error) {
            $this->corrupted_ = true;
            throw $error;
        } finally {
            if ($count > 0) $this->heap_[$at] = $bottom;
            $this->changing_ = false;
        }
        return $top;
    }

    public function extract(): mixed {
        if ($this->heap_ === []) {
            if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
            throw new RuntimeException("Can't extract from an empty heap");
        }
        return $this->remove_();
    }

    public function top(): mixed {
        if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
        if ($this->heap_ === []) throw new RuntimeException("Can't peek at an empty heap");
        return $this->heap_[0];
    }

    public function count(): int { return count($this->heap_); }
    public function isEmpty(): bool { return $this->heap_ === []; }
    public function rewind(): void {}
    public function current(): mixed { return $this->heap_[0] ?? null; }
    public function key(): int { return count($this->heap_) - 1; }
    public function next(): void { if ($this->heap_ !== []) $this->remove_(); }
    public function valid(): bool { return $this->heap_ !== []; }
    public function recoverFromCorruption(): true { $this->corrupted_ = false; return true; }
    public function isCorrupted(): bool { return $this->corrupted_; }

    public function __debugInfo(): array {
        return get_mangled_object_vars($this) + [
            "\0SplHeap\0flags" => 0,
            "\0SplHeap\0isCorrupted" => $this->corrupted_,
            "\0SplHeap\0heap" => $this->heap_,
        ];
    }
}

class SplMinHeap extends SplHeap {
    protected function compare(mixed $value1, mixed $value2): int { return $value2 <=> $value1; }
}

class SplMaxHeap extends SplHeap {
    protected function compare(mixed $value1, mixed $value2): int { return $value1 <=> $value2; }
}

class SplPriorityQueue implements Iterator, Countable {
    const int EXTR_BOTH = 3;
    const int EXTR_PRIORITY = 2;
    const int EXTR_DATA = 1;

    #[Internal] private array $heap_ = [];
    #[Internal] private int $flags_ = 1;
    #[Internal] private bool $corrupted_ = false;
    #[Internal] private bool $changing_ = false;

    public function compare(mixed $priority1, mixed $priority2): int { return $priority1 <=> $priority2; }

    #[Internal] private function begin_(): void {
        if ($this->changing_) throw new RuntimeException("Heap cannot be changed when it is already being modified.");
        if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
        $this->changing_ = true;
    }

    public function insert(mixed $value, mixed $priority): true {
        $this->begin_();
        $at = count($this->heap_);
        $row = ["data" => $value, "priority" => $priority];
        $this->heap_[] = $row;
        try {
            while ($at > 0) {
                $parent = $at - 1 >> 1;
                if ($this->compare($this->heap_[$parent]["priority"], $priority) >= 0) break;
                $this->heap_[$at] = $this->heap_[$parent];
                $at = $parent;
            }
        } catch (Throwable $error) {
            $this->corrupted_ = true;
            throw $error;
        } finally {
            $this->heap_[$at] = $row;
            $this->changing_ = false;
        }
        return true;
    }

    #[Internal] private function remove_(): array {
        $this->begin_();
        $top = $this->heap_[0];
        $limit = count($this->heap_) - 1 >> 1;
        $bottom = array_pop($this->heap_);
        $count = count($this->heap_);
        $at = 0;
        try {
            while ($at < $limit) {
                $child = 2 * $at + 1;
                $other = $child + 1 === $count ? $bottom : $this->heap_[$child + 1];
                $less = $this->heap_[$child];
                if ($this->compare($other["priority"], $less["priority"]) > 0) {
                    $less = $other;
                    $child++;
                }
                if ($this->compare($bottom["priority"], $less["priority"]) >= 0) break;
                $this->heap_[$at] = $less;
                $at = $child;
            }
        } catch (Throwable $error) {
            $this->corrupted_ = true;
            throw $error;
        } finally {
            if ($count > 0) $this->heap_[$at] = $bottom;
            $this->changing_ = false;
        }
        return $top;
    }

    #[Internal] private function answer_(array $row): mixed {
        return match ($this->flags_) { 1 => $row["data"], 2 => $row["priority"], default => $row };
    }

    public function setExtractFlags(int $flags): int {
        if (($flags & 3) === 0) throw new RuntimeException("Must specify at least one extract flag");
        return $this->flags_ = $flags & 3;
    }

    public function getExtractFlags(): int { return $this->flags_; }

    public function top(): mixed {
        if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
        if ($this->heap_ === []) throw new RuntimeException("Can't peek at an empty heap");
        return $this->answer_($this->heap_[0]);
    }

    public function extract(): mixed {
        if ($this->heap_ === []) {
            if ($this->corrupted_) throw new RuntimeException("Heap is corrupted, heap properties are no longer ensured.");
            throw new RuntimeException("Can't extract from an empty heap");
        }
        return $this->answer_($this->remove_());
    }

    public function count(): int { return count($this->heap_); }
    public function isEmpty(): bool { return $this->heap_ === []; }
    public function rewind(): void {}
    public function current(): mixed { return $this->heap_ === [] ? null : $this->answer_($this->heap_[0]); }
    public function key(): int { return count($this->heap_) - 1; }
    public function next(): void { if ($this->heap_ !== []) $this->remove_(); }
    public function valid(): bool { return $this->heap_ !== []; }
    public function recoverFromCorruption(): true { $this->corrupted_ = false; return true; }
    public function isCorrupted(): bool { return $this->corrupted_; }

    public function __debugInfo(): array {
        return get_mangled_object_vars($this) + [
            "\0SplPriorityQueue\0flags" => $this->flags_,
            "\0SplPriorityQueue\0isCorrupted" => $this->corrupted_,
            "\0SplPriorityQueue\0heap" => $this->heap_,
        ];
    }
}
