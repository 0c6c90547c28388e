<?php
abstract class RecursiveFilterIterator extends FilterIterator implements RecursiveIterator {
    public function __construct(RecursiveIterator $iterator) { parent::__construct($iterator); }
    public function hasChildren(): bool { return $this->inner_()->hasChildren(); }
    public function getChildren(): ?RecursiveFilterIterator { return new static($this->inner_()->getChildren()); }
}

class ParentIterator extends RecursiveFilterIterator {
    public function __construct(RecursiveIterator $iterator) { parent::__construct($iterator); }

    public function accept(): bool { return $this->inner_()->hasChildren(); }
}

class RecursiveCallbackFilterIterator extends CallbackFilterIterator implements RecursiveIterator {
    public function __construct(RecursiveIterator $iterator, callable $callback) { parent::__construct($iterator, $callback); }
    public function hasChildren(): bool { return $this->inner_()->hasChildren(); }
    public function getChildren(): RecursiveCallbackFilterIterator {
        return new static($this->inner_()->getChildren(), $this->callback_());
    }
}

class RecursiveRegexIterator extends RegexIterator implements RecursiveIterator {
    public function __construct(RecursiveIterator $iterator, string $pattern, int $mode = RecursiveRegexIterator::MATCH, int $flags = 0, int $pregFlags = 0) {
        parent::__construct($iterator, $pattern, $mode, $flags, $pregFlags);
    }

    public function accept(): bool {
        return $this->has_ && (is_array($this->current_) ? count($this->current_) > 0 : parent::accept());
    }

    public function hasChildren(): bool { return $this->inner_()->hasChildren(); }

    public function getChildren(): RecursiveRegexIterator {
        return new static($this->inner_()->getChildren(), $this->getRegex(), $this->getMode(), $this->getFlags(), $this->getPregFlags());
    }
}

class RecursiveCachingIterator extends CachingIterator implements RecursiveIterator {
    #[Internal] private ?RecursiveCachingIterator $children_ = null;

    public function __construct(Iterator $iterator, int $flags = RecursiveCachingIterator::CALL_TOSTRING) {
        if (!$iterator instanceof RecursiveIterator) {
            throw new TypeError("RecursiveCachingIterator::__construct(): Argument #1 (\$iterator) must be of type RecursiveIterator, " . get_debug_type($iterator) . " given");
        }
        parent::__construct($iterator, $flags);
    }

    #[Internal] protected function children_(): void {
        $this->children_ = null;
        try {
            if ($this->inner_->hasChildren()) {
                $this->children_ = new RecursiveCachingIterator($this->inner_->getChildren(), $this->flags_);
            }
        } catch (Exception $error) {
            if (!($this->flags_ & 16)) throw $error;
        }
    }

    public function hasChildren(): bool { $this->inner_(); return $this->children_ !== null; }
    public function getChildren(): ?RecursiveCachingIterator { $this->inner_(); return $this->children_; }
}

class RecursiveIteratorIterator implements OuterIterator {
    #[Internal] private function uncloneable_(): void {}
    const int LEAVES_ONLY = 0;
    const int SELF_FIRST = 1;
    const int CHILD_FIRST = 2;
    const int CATCH_GET_CHILD = 16;

    // The iterators from the root down, and how far each is.
    #[Internal] private array $levels_ = [];
    #[Internal] private array $states_ = [];
    #[Internal] private int $level_ = -1;
    #[Internal] private int $mode_ = 0;
    #[Internal] private int $flags_ = 0;
    #[Internal] private int $max_ = -1;
    #[Internal] private bool $within_ = false;

    public function __construct(Traversable $iterator, int $mode = RecursiveIteratorIterator::LEAVES_ONLY, int $flags = 0) {
        if ($iterator instanceof IteratorAggregate) {
            $inner = $iterator->getIterator();
            if (!$inner instanceof Traversable) {
                throw new LogicException(get_class($iterator) . "::getIterator() must return an object that implements Traversable");
            }
            $iterator = $inner;
        }
        if (!$iterator instanceof RecursiveIterator) {
            throw new InvalidArgumentException("An instance of RecursiveIterator or IteratorAggregate creating it is required");
        }
        $this->levels_ = [$iterator];
        $this->states_ = ["start"];
        $this->level_ = 0;
        $this->mode_ = $mode;
        $this->flags_ = $flags;
    }

    #[Internal] protected function at_(): RecursiveIterator {
        if ($this->level_ < 0) {
            throw new Error("Object is not initialized");
        }
        return $this->levels_[$this->level_];
    }

    #[Internal] private function catches_(Throwable $error): void {
        if (!($this->flags_ & 16) || !$error instanceof Exception) throw $error;
    }

    // Goes on to the next element to show.
    #[Internal] private function advance_(): void {
        while (true) {
            $level = $this->level_;
            $iterator = $this->levels_[$level];
            switch ($this->states_[$level]) {
                case "next":
                    try {
                        $iterator->next();
                    } catch (Throwable $error) {
                        $this->catches_($error);
                    }
                    $level = $this->level_;
                    $iterator = $this->levels_[$level];
                    // no break
                case "start":
                    $valid = $iterator->valid();
                    // PHP: what the iterator did to this one meanwhile counts.
                    if ($this->level_ !== $level || $this->levels_[$level] !== $iterator) return;
                    if (!$valid) break;
                    $this->states_[$level] = "test";
                    // no break
                case "test":
                    $deep = false;
                    try {
                        $deep = $this->callHasChildren();
                    } catch (Throwable $error) {
                        $this->states_[$level] = "next";
                        $this->catches_($error);
                    }
                    if ($deep && ($this->max_ === -1 || $this->max_ > $level)) {
                        $this->states_[$level] = $this->mode_ === 1 ? "self" : "call";
                        continue 2;
                    }
                    if ($deep && $this->mode_ === 0) {
                        $this->states_[$level] = "next";
                        continue 2;
                    }
                    $this->states_[$level] = "next";
                    try {
                        $this->nextElement();
                    } catch (Throwable $error) {
                        $this->catches_($error);
                    }
                    return;
                case "self":
                    if ($this->mode_ === 1 || $this->mode_ === 2) $this->nextElement();
                    $this->states_[$level] = $this->mode_ === 1 ? "call" : "next";
                    return;
                case "child":
                    $this->nextElement();
                    $this->states_[$level] = "next";
                    return;
                case "call":
                    try {
                        $child = $this->callGetChildren();
                    } catch (Throwable $error) {
                        $this->states_[$level] = "next";
                        $this->catches_($error);
                        continue 2;
                    }
                    if (!$child instanceof RecursiveIterator) {
                        throw new UnexpectedValueException("Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator");
                    }
                    $this->states_[$level] = $this->mode_ === 2 ? "self" : "next";
                    $this->levels_[] = $child;
                    $this->states_[] = "start";
                    $this->level_++;
                    $child->rewind();
                    try {
                        $this->beginChildren();
                    } catch (Throwable $error) {
                        $this->catches_($error);
                    }
                    continue 2;
            }
            if ($this->level_ === 0) return;
            $this->leave_();
        }
    }

    #[Internal] private function leave_(): void {
        try {
            $this->endChildren();
        } catch (Throwable $error) {
            $this->catches_($error);
        }
        if ($this->level_ > 0) {
            array_pop($this->levels_);
            array_pop($this->states_);
            $this->level_--;
        }
    }

    public function rewind(): void {
        $this->at_();
        while ($this->level_ > 0) {
            array_pop($this->levels_);
            array_pop($this->states_);
            $this->level_--;
            $this->endChildren();
        }
        $this->states_[0] = "start";
        $this->levels_[0]->rewind();
        if (!$this->within_) $this->beginIteration();
        $this->within_ = true;
        $this->advance_();
    }

    public function valid(): bool {
        $this->at_();
        for ($level = $this->level_; $level >= 0; $level--) {
            if ($this->levels_[$level]->valid()) return true;
        }
        if ($this->within_) {
            $this->within_ = false;
            $this->endIteration();
        }
        return false;
    }

    public function key(): mixed { return $this->at_()->key(); }
    public function current(): mixed { return $this->at_()->current(); }
    public function next(): void { $this->at_(); $this->advance_(); }
    public function getDepth(): int { $this->at_(); return $this->level_; }

    public function getSubIterator(?int $level = null): ?RecursiveIterator {
        $this->at_();
        return $this->levels_[$level ?? $this->level_] ?? null;
    }

    public function getInnerIterator(): RecursiveIterator { return $this->at_(); }
    public function beginIteration(): void {}
    public function endIteration(): void {}
    public function callHasChildren(): bool { return $this->at_()->hasChildren(); }
    public function callGetChildren(): ?RecursiveIterator { return $this->at_()->getChildren(); }
    public function beginChildren(): void {}
    public function endChildren(): void {}
    public function nextElement(): void {}

    public function setMaxDepth(int $maxDepth = -1): void {
        if ($maxDepth < -1) {
            throw new ValueError("RecursiveIteratorIterator::setMaxDepth(): Argument #1 (\$maxDepth) must be greater than or equal to -1");
        }
        $this->max_ = $maxDepth;
    }

    public function getMaxDepth(): int|false { return $this->max_ === -1 ? false : $this->max_; }

    public function __call($name, $args) {
        $inner = $this->at_();
        if (!method_exists($inner, $name)) throw new Error("Call to undefined method " . static::class . "::$name()");
        return $inner->$name(...$args);
    }
}

class RecursiveTreeIterator extends RecursiveIteratorIterator {
    const int BYPASS_CURRENT = 4;
    const int BYPASS_KEY = 8;
    const int PREFIX_LEFT = 0;
    const int PREFIX_MID_HAS_NEXT = 1;
    const int PREFIX_MID_LAST = 2;
    const int PREFIX_END_HAS_NEXT = 3;
    const int PREFIX_END_LAST = 4;
    const int PREFIX_RIGHT = 5;

    #[Internal] private array $prefix_ = ["", "| ", "  ", "|-", "\\-", ""];
    #[Internal] private string $postfix_ = "";
    #[Internal] private int $treeFlags_ = 8;

    public function __construct($iterator, int $flags = RecursiveTreeIterator::BYPASS_KEY, int $cachingIteratorFlags = CachingIterator::CATCH_GET_CHILD, int $mode = RecursiveTreeIterator::SELF_FIRST) {
        if ($iterator instanceof IteratorAggregate) $iterator = $iterator->getIterator();
        $this->treeFlags_ = $flags;
        parent::__construct(new RecursiveCachingIterator($iterator, $cachingIteratorFlags), $mode, $flags);
    }

    public function getPrefix(): string {
        $this->at_();
        $text = $this->prefix_[0];
        for ($level = 0; $level < $this->getDepth(); $level++) {
            $text .= $this->prefix_[$this->getSubIterator($level)->hasNext() ? 1 : 2];
        }
        return $text . $this->prefix_[$this->at_()->hasNext() ? 3 : 4] . $this->prefix_[5];
    }

    public function setPostfix(string $postfix): void { $this->postfix_ = $postfix; }

    public function setPrefixPart(int $part, string $value): void {
        if ($part < 0 || $part > 5) {
            throw new ValueError("RecursiveTreeIterator::setPrefixPart(): Argument #1 (\$part) must be a RecursiveTreeIterator::PREFIX_* constant");
        }
        $this->prefix_[$part] = $value;
    }

    public function getEntry(): string {
        $value = $this->at_()->current();
        if (is_array($value)) {
            return "Array";
        }
        return (string) $value;
    }

    public function getPostfix(): string { $this->at_(); return $this->postfix_; }

    public function current(): mixed {
        if ($this->treeFlags_ & 4) return $this->at_()->current();
        $value = $this->at_()->current();
        $entry = is_array($value) ? "Array" : (string) $value;
        return $this->getPrefix() . $entry . $this->postfix_;
    }

    public function key(): mixed {
        $key = $this->at_()->key();
        return $this->treeFlags_ & 8 ? $key : $this->getPrefix() . $key . $this->postfix_;
    }
}
