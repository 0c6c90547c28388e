<?php
// What goes through a list of nodes: from node to node where that is how the list is, else by
// number.
#[Internal] #[NoDynamicProperties]
final class DomListIterator_ implements Iterator {
    #[Internal] private ?object $list_ = null;
    #[Internal] private ?object $here_ = null;
    #[Internal] private int $at_ = 0;
    #[Internal] private bool $walks_ = false;

    public static function of_(object $list): Iterator {
        $made = new DomListIterator_;
        $made->list_ = $list;
        $made->walks_ = dom_list_($list, "walks", null);
        $made->rewind();
        return $made;
    }

    public function rewind(): void {
        $this->at_ = 0;
        $this->here_ = dom_list_($this->list_, "item", 0);
    }

    public function valid(): bool { return $this->here_ !== null; }
    public function current(): mixed { return $this->here_; }

    public function key(): mixed {
        // PHP: the older classes give attributes without their prefixes.
        if ($this->list_ instanceof DOMNamedNodeMap) return $this->here_ instanceof DOMAttr ? $this->here_->localName : $this->here_?->nodeName;
        if ($this->list_ instanceof Dom\NamedNodeMap || $this->list_ instanceof Dom\DtdNamedNodeMap) {
            return $this->here_?->nodeName;
        }
        return $this->at_;
    }

    public function next(): void {
        $this->at_++;
        if ($this->here_ !== null) {
            $this->here_ = $this->walks_ ? dom_list_($this->list_, "next", $this->here_) : dom_list_($this->list_, "item", $this->at_);
        }
    }
}

// What goes through the words of an attribute: by places that stay when words before them go.
#[Internal] #[NoDynamicProperties]
final class DomTokenIterator_ implements Iterator {
    #[Internal] private ?object $list_ = null;
    #[Internal] private array $words_ = [];
    #[Internal] private int $at_ = 0;

    public static function of_(object $list): Iterator {
        $made = new DomTokenIterator_;
        $made->list_ = $list;
        $made->words_ = $list->words_();
        return $made;
    }

    // Follows what became of the attribute.
    private function follow_(): void {
        $now = $this->list_->words_();
        $this->words_ = array_intersect($this->words_, $now);
        // PHP: an attribute without any of them is read anew.
        if (!$this->words_) $this->words_ = $now;
        foreach (array_diff($now, $this->words_) as $word) $this->words_[] = $word;
    }

    // The first place that there still is, from this one on.
    private function place_(int $from): int {
        foreach ($this->words_ as $at => $word) if ($at >= $from) return $at;
        return $from;
    }

    public function rewind(): void { $this->words_ = $this->list_->words_(); $this->at_ = 0; }
    public function valid(): bool {
        $this->follow_();
        $this->at_ = $this->place_($this->at_);
        return isset($this->words_[$this->at_]);
    }
    public function current(): mixed { $this->follow_(); return $this->words_[$this->at_] ?? null; }
    public function key(): mixed {
        $this->follow_();
        $before = 0;
        foreach ($this->words_ as $at => $word) $before += $at < $this->at_ ? 1 : 0;
        return $before;
    }
    public function next(): void {
        $this->follow_();
        $place = $this->place_($this->at_);
        $this->at_ = $place !== $this->at_ ? $place : $this->place_($this->at_ + 1);
    }
}
