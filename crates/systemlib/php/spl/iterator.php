<?php
class EmptyIterator implements Iterator {
    public function current(): never { throw new BadMethodCallException("Accessing the value of an EmptyIterator"); }
    public function next(): void {}
    public function key(): never { throw new BadMethodCallException("Accessing the key of an EmptyIterator"); }
    public function valid(): false { return false; }
    public function rewind(): void {}
}

class IteratorIterator implements OuterIterator {
    #[Internal] private function uncloneable_(): void {}
    // PHP: what goes through the inner iterator has a number, as objects have.
    #[Internal] protected ?stdClass $held_ = null;
    #[Internal] protected ?Iterator $inner_ = null;
    #[Internal] protected mixed $current_ = null;
    #[Internal] protected mixed $key_ = null;
    #[Internal] protected bool $has_ = false;

    public function __construct(Traversable $iterator, ?string $class = null) {
        if ($this->inner_ !== null) throw new BadMethodCallException("IteratorIterator::getIterator() must be called exactly once per instance");
        $this->held_ = new stdClass;
        while ($iterator instanceof IteratorAggregate) {
            $inner = $iterator->getIterator();
            if (!$inner instanceof Traversable) {
                throw new LogicException(get_class($iterator) . "::getIterator() must return an object that implements Traversable");
            }
            $iterator = $inner;
        }
        $this->inner_ = $iterator;
    }

    #[Internal] protected function inner_(): Iterator {
        return $this->inner_ ?? throw new Error("The object is in an invalid state as the parent constructor was not called");
    }

    // Takes what the inner iterator is at.
    #[Internal] protected function fetch_(): bool {
        $inner = $this->inner_();
        $this->forget_();
        return $inner->valid() && $this->grasp_();
    }

    // The same without asking whether there is anything.
    #[Internal] protected function grasp_(): bool {
        $this->current_ = $this->inner_->current();
        $this->key_ = $this->inner_->key();
        return $this->has_ = true;
    }

    #[Internal] protected function forget_(): void {
        $this->has_ = false;
        $this->current_ = null;
        $this->key_ = null;
    }

    public function getInnerIterator(): ?Iterator { return $this->within_(); }
    #[Internal] protected function within_(): ?Iterator { return $this->inner_(); }

    // What method_exists() asks of methods that it has not got.
    #[Internal] public function hasmethod_(string $name): bool {
        return $this->inner_ !== null && method_exists($this->inner_, $name);
    }

    // What it does not know itself, the iterator inside does.
    public function __call($name, $args) {
        $inner = $this->inner_;
        if ($inner === null || !is_callable([$inner, $name])) throw new Error("Call to undefined method " . static::class . "::$name()");
        return call_user_func_array([$inner, $name], $args);
    }

    public function rewind(): void {
        $this->inner_();
        $this->forget_();
        $this->inner_->rewind();
        $this->fetch_();
    }

    public function valid(): bool { $this->inner_(); return $this->has_; }
    public function key(): mixed { $this->inner_(); return $this->key_; }
    public function current(): mixed { $this->inner_(); return $this->current_; }

    public function next(): void {
        $this->inner_();
        $this->forget_();
        $this->inner_->next();
        $this->fetch_();
    }
}

abstract class FilterIterator extends IteratorIterator {
    abstract public function accept(): bool;

    public function __construct(Iterator $iterator) { parent::__construct($iterator); }

    #[Internal] protected function seek_(): void {
        while ($this->fetch_()) {
            if ($this->accept()) return;
            $this->inner_->next();
        }
        $this->forget_();
    }

    public function rewind(): void {
        $this->inner_();
        $this->forget_();
        $this->inner_->rewind();
        $this->seek_();
    }

    public function next(): void {
        $this->inner_();
        $this->forget_();
        $this->inner_->next();
        $this->seek_();
    }
}

class CallbackFilterIterator extends FilterIterator {
    #[Internal] private mixed $callback_ = null;

    public function __construct(Iterator $iterator, callable $callback) {
        parent::__construct($iterator);
        $this->callback_ = $callback;
    }

    #[Internal] protected function callback_(): callable { return $this->callback_; }

    public function accept(): bool {
        return (bool) call_user_func($this->callback_, $this->current_, $this->key_, $this->inner_());
    }
}

class NoRewindIterator extends IteratorIterator {
    #[Internal] private bool $begun_ = false;

    public function __construct(Iterator $iterator) { parent::__construct($iterator); }

    public function rewind(): void {
        if ($this->begun_) return;
        $this->begun_ = true;
        if ($this->inner_() instanceof Generator) $this->inner_->rewind();
    }
    public function valid(): bool { return $this->inner_()->valid(); }
    public function key(): mixed { return $this->inner_()->key(); }

    // PHP: what a script's iterator is at is asked for once.
    public function current(): mixed {
        if ($this->has_) return $this->current_;
        $current = $this->inner_()->current();
        $method = Reflected_::method_(Reflected_::classOf_($this->inner_), "current");
        if (Reflected_::func_($method["func"])["internal"]) return $current;
        $this->has_ = true;
        return $this->current_ = $current;
    }

    public function next(): void {
        $this->forget_();
        $this->inner_()->next();
    }
}

class InfiniteIterator extends IteratorIterator {
    public function __construct(Iterator $iterator) { parent::__construct($iterator); }

    public function next(): void {
        $inner = $this->inner_();
        $this->forget_();
        $inner->next();
        if (!$inner->valid()) {
            $inner->rewind();
            if (!$inner->valid()) return;
        }
        $this->grasp_();
    }
}

class LimitIterator extends IteratorIterator {
    #[Internal] private int $offset_ = 0;
    #[Internal] private int $limit_ = -1;
    #[Internal] private int $at_ = 0;

    public function __construct(Iterator $iterator, int $offset = 0, int $limit = -1) {
        if ($offset < 0) {
            throw new ValueError("LimitIterator::__construct(): Argument #2 (\$offset) must be greater than or equal to 0");
        }
        if ($limit < -1) {
            throw new ValueError("LimitIterator::__construct(): Argument #3 (\$limit) must be greater than or equal to -1");
        }
        parent::__construct($iterator);
        $this->offset_ = $offset;
        $this->limit_ = $limit;
    }

    #[Internal] private function go_(int $to): void {
        $inner = $this->inner_();
        $this->forget_();
        if ($to < $this->offset_) {
            throw new OutOfBoundsException("Cannot seek to $to which is below the offset {$this->offset_}");
        }
        if ($this->limit_ !== -1 && $to >= $this->offset_ + $this->limit_) {
            throw new OutOfBoundsException("Cannot seek to $to which is behind offset {$this->offset_} plus count {$this->limit_}");
        }
        if ($inner instanceof SeekableIterator && $to !== $this->at_) {
            $inner->seek($to);
            $this->at_ = $to;
            $this->fetch_();
            return;
        }
        if ($to < $this->at_) {
            $this->at_ = 0;
            $inner->rewind();
        }
        while ($this->at_ < $to && $inner->valid()) {
            $inner->next();
            $this->at_++;
        }
        if ($inner->valid()) $this->fetch_();
    }

    public function rewind(): void {
        $this->inner_()->rewind();
        $this->at_ = 0;
        if ($this->limit_ === 0) {
            $this->forget_();
            return;
        }
        $this->go_($this->offset_);
    }

    public function valid(): bool {
        $this->inner_();
        return ($this->limit_ === -1 || $this->at_ < $this->offset_ + $this->limit_) && $this->has_;
    }

    public function next(): void {
        $inner = $this->inner_();
        $this->forget_();
        $inner->next();
        $this->at_++;
        if ($this->limit_ === -1 || $this->at_ < $this->offset_ + $this->limit_) $this->fetch_();
    }

    public function seek(int $offset): int {
        $this->go_($offset);
        return $this->at_;
    }

    public function getPosition(): int { $this->inner_(); return $this->at_; }
}

class AppendIterator extends IteratorIterator {
    #[Internal] private ?ArrayIterator $all_ = null;

    public function __construct() {
        if ($this->inner_ !== null) throw new BadMethodCallException("AppendIterator::getIterator() must be called exactly once per instance");
        $this->all_ = new ArrayIterator;
        $this->inner_ = new EmptyIterator;
    }

    public function current(): mixed {
        $this->fetch_();
        return $this->current_;
    }

    public function valid(): bool { return parent::valid(); }

    public function append(Iterator $iterator): void {
        $this->inner_();
        $begun = $this->all_->valid();
        $this->all_->append($iterator);
        if ($begun && $this->has_) return;
        if (!$begun) {
            $this->all_->seek(count($this->all_) - 1);
            if (count($this->all_) === 1) $this->all_->rewind();
            $this->enter_();
        }
        $this->seek_();
    }

    // Begins with the iterator at hand.
    #[Internal] private function enter_(): void {
        $inner = $this->all_->current();
        if ($inner instanceof Generator && Reflected_::generator_($inner)["over"]) throw new Exception("Cannot traverse an already closed generator");
        $this->inner_ = $inner;
        $inner->rewind();
    }

    // Goes on to the next iterator that has something.
    #[Internal] private function seek_(): void {
        while (!$this->fetch_()) {
            $this->all_->next();
            if (!$this->all_->valid()) return;
            $this->enter_();
        }
    }

    public function rewind(): void {
        $this->inner_();
        $this->forget_();
        $this->all_->rewind();
        if (!$this->all_->valid()) return;
        $this->enter_();
        $this->seek_();
    }

    public function next(): void {
        $this->inner_();
        $this->forget_();
        $this->inner_->next();
        $this->seek_();
    }

    #[Internal] protected function within_(): ?Iterator {
        $this->inner_();
        return $this->all_->valid() ? $this->inner_ : null;
    }

    public function getIteratorIndex(): ?int { $this->inner_(); return $this->all_->key(); }
    public function getArrayIterator(): ArrayIterator { $this->inner_(); return $this->all_; }
}

class CachingIterator extends IteratorIterator implements ArrayAccess, Countable, Stringable {
    const int CALL_TOSTRING = 1;
    const int CATCH_GET_CHILD = 16;
    const int TOSTRING_USE_KEY = 2;
    const int TOSTRING_USE_CURRENT = 4;
    const int TOSTRING_USE_INNER = 8;
    const int FULL_CACHE = 256;

    #[Internal] protected int $flags_ = 1;
    #[Internal] private array $cache_ = [];
    #[Internal] private ?string $text_ = null;

    public function __construct(Iterator $iterator, int $flags = CachingIterator::CALL_TOSTRING) {
        $this->checkFlags_($flags, "__construct", 2);
        parent::__construct($iterator);
        $this->flags_ = $flags & 65535;
    }

    #[Internal] private function checkFlags_(int $flags, string $method, int $at): void {
        $kinds = (int) (bool) ($flags & 1) + (int) (bool) ($flags & 2) + (int) (bool) ($flags & 4) + (int) (bool) ($flags & 8);
        if ($kinds > 1) {
            throw new ValueError("CachingIterator::$method(): Argument #$at (\$flags) must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER");
        }
    }

    // Takes the element at hand and moves the inner iterator on.
    #[Internal] protected function step_(): void {
        if (!$this->fetch_()) return;
        if ($this->flags_ & 256) $this->cache_[$this->key_] = $this->current_;
        $this->children_();
        if ($this->flags_ & 8) $this->text_ = (string) $this->inner_;
        elseif ($this->flags_ & 1) $this->text_ = (string) $this->current_;
        $this->inner_->next();
    }

    #[Internal] protected function children_(): void {}

    public function rewind(): void {
        $this->inner_()->rewind();
        $this->cache_ = [];
        $this->text_ = null;
        $this->step_();
    }

    public function valid(): bool { $this->inner_(); return $this->has_; }
    public function next(): void { $this->inner_(); $this->text_ = null; $this->step_(); }
    public function hasNext(): bool { return $this->inner_()->valid(); }

    public function __toString(): string {
        $this->inner_();
        if (!($this->flags_ & 15)) {
            throw new BadMethodCallException(static::class . " does not fetch string value (see CachingIterator::__construct)");
        }
        if ($this->flags_ & 2) return (string) $this->key_;
        if ($this->flags_ & 4) return (string) $this->current_;
        return $this->text_ ?? "";
    }

    public function getFlags(): int { $this->inner_(); return $this->flags_; }

    public function setFlags(int $flags): void {
        $this->inner_();
        $this->checkFlags_($flags, "setFlags", 1);
        if ($this->flags_ & 1 && !($flags & 1)) {
            throw new InvalidArgumentException("Unsetting flag CALL_TO_STRING is not possible");
        }
        if ($this->flags_ & 8 && !($flags & 8)) {
            throw new InvalidArgumentException("Unsetting flag TOSTRING_USE_INNER is not possible");
        }
        if ($flags & 256 && !($this->flags_ & 256)) $this->cache_ = [];
        $this->flags_ = $flags & 65535;
    }

    #[Internal] private function needCache_(): void {
        $this->inner_();
        if (!($this->flags_ & 256)) {
            throw new BadMethodCallException(static::class . " does not use a full cache (see CachingIterator::__construct)");
        }
    }

    #[Internal] private function text_(mixed $key, string $method): string {
        if ($key === null) report_(E_DEPRECATED, "CachingIterator::$method(): Passing null to parameter #1 (\$key) of type string is deprecated");
        if (is_scalar($key) || $key === null || is_object($key) && method_exists($key, "__toString")) return (string) $key;
        throw new TypeError("CachingIterator::$method(): Argument #1 (\$key) must be of type string, " . get_debug_type($key) . " given");
    }

    public function offsetGet($key): mixed {
        $key = $this->text_($key, "offsetGet");
        $this->needCache_();
        if (!array_key_exists($key, $this->cache_)) {
            report_(E_WARNING, "Undefined array key \"$key\"");
            return null;
        }
        return $this->cache_[$key];
    }

    public function offsetSet($key, mixed $value): void {
        $key = $this->text_($key, "offsetSet");
        $this->needCache_();
        $this->cache_[$key] = $value;
    }

    public function offsetUnset($key): void {
        $key = $this->text_($key, "offsetUnset");
        $this->needCache_();
        unset($this->cache_[$key]);
    }

    public function offsetExists($key): bool {
        $key = $this->text_($key, "offsetExists");
        $this->needCache_();
        return array_key_exists($key, $this->cache_);
    }

    public function getCache(): array { $this->needCache_(); return $this->cache_; }
    public function count(): int { $this->needCache_(); return count($this->cache_); }
}

class RegexIterator extends FilterIterator {
    const int USE_KEY = 1;
    const int INVERT_MATCH = 2;
    const int MATCH = 0;
    const int GET_MATCH = 1;
    const int ALL_MATCHES = 2;
    const int SPLIT = 3;
    const int REPLACE = 4;

    public ?string $replacement = null;
    #[Internal] private string $pattern_ = "";
    #[Internal] private int $mode_ = 0;
    #[Internal] private int $flags_ = 0;
    #[Internal] private int $pregFlags_ = 0;

    public function __construct(Iterator $iterator, string $pattern, int $mode = RegexIterator::MATCH, int $flags = 0, int $pregFlags = 0) {
        if ($mode < 0 || $mode > 4) {
            throw new InvalidArgumentException("RegexIterator::__construct(): Argument #3 (\$mode) must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, or RegexIterator::REPLACE");
        }
        parent::__construct($iterator);
        $this->pattern_ = $pattern;
        $this->mode_ = $mode;
        $this->flags_ = $flags;
        $this->pregFlags_ = $pregFlags;
    }

    public function accept(): bool {
        $this->inner_();
        if (!$this->has_) return false;
        if ($this->flags_ & 1) $subject = (string) $this->key_;
        elseif (is_array($this->current_)) return false;
        else $subject = (string) $this->current_;
        switch ($this->mode_) {
            case 0:
                $accepted = preg_match($this->pattern_, $subject) > 0;
                break;
            case 1:
                $found = [];
                $accepted = preg_match($this->pattern_, $subject, $found, $this->pregFlags_) > 0;
                $this->current_ = $found;
                break;
            case 2:
                $found = [];
                $accepted = preg_match_all($this->pattern_, $subject, $found, $this->pregFlags_ ?: PREG_PATTERN_ORDER) > 0;
                $this->current_ = $found;
                break;
            case 3:
                $parts = preg_split($this->pattern_, $subject, -1, $this->pregFlags_);
                $accepted = is_array($parts) && count($parts) > 1;
                $this->current_ = $parts;
                break;
            default:
                $count = 0;
                $result = preg_replace($this->pattern_, (string) $this->replacement, $subject, -1, $count);
                $accepted = preg_match($this->pattern_, $subject) > 0;
                if ($this->flags_ & 1) $this->key_ = $result;
                else $this->current_ = $result;
        }
        return $this->flags_ & 2 ? !$accepted : $accepted;
    }

    public function getMode(): int { return $this->mode_; }

    public function setMode(int $mode): void {
        if ($mode < 0 || $mode > 4) {
            throw new ValueError("RegexIterator::setMode(): Argument #1 (\$mode) must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, or RegexIterator::REPLACE");
        }
        $this->mode_ = $mode;
    }

    public function getFlags(): int { return $this->flags_; }
    public function setFlags(int $flags): void { $this->flags_ = $flags; }
    public function getPregFlags(): int { return $this->pregFlags_; }
    public function setPregFlags(int $pregFlags): void { $this->pregFlags_ = $pregFlags; }
    public function getRegex(): string { return $this->pattern_; }
}
