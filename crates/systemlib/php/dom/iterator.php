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
        return $made;
    }

    public function rewind(): void {
        $this->at_ = 0;
        $this->here_ = dom_list_($this->list_, "item", 0);
    }

    public function valid(): bool { return $this->here_ !== null; }
    public function current(): mixed { return $this->here_; }

    public function key(): mixed {
        if ($this->list_ instanceof DOMNamedNodeMap || $this->list_ instanceof Dom\NamedNodeMap || $this->list_ instanceof Dom\DtdNamedNodeMap) {
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

// What goes through the words of an attribute by number.
#[Internal] #[NoDynamicProperties]
final class DomTokenIterator_ implements Iterator {
    #[Internal] private ?object $list_ = null;
    #[Internal] private int $at_ = 0;

    public static function of_(object $list): Iterator {
        $made = new DomTokenIterator_;
        $made->list_ = $list;
        return $made;
    }

    public function rewind(): void { $this->at_ = 0; }
    public function valid(): bool { return $this->at_ < $this->list_->count(); }
    public function current(): mixed { return $this->list_->item($this->at_); }
    public function key(): mixed { return $this->at_; }
    public function next(): void { $this->at_++; }
}
