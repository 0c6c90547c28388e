<?php
namespace Dom;

final class TokenList implements \IteratorAggregate, \Countable {
    #[\Internal] private ?Element $element_ = null;

    public int $length { get => count($this->tokens_()); }
    public string $value {
        get => $this->element_->getAttribute("class") ?? "";
        set {
            if (str_contains($value, "\0")) throw new \ValueError("Value must not contain any null bytes");
            $this->element_->setAttribute("class", $value);
        }
    }

    private function __construct() {}

    #[\Internal] private function uncloneable_(): void {}
    #[\Internal] public static function of_(Element $element): TokenList {
        $made = new TokenList;
        $made->element_ = $element;
        return $made;
    }
    #[\Internal] public function is_of_(Element $element): bool { return $this->element_ === $element; }

    #[\Internal] private function tokens_(): array {
        $all = preg_split('/[\t\n\f\r ]+/', $this->element_->getAttribute("class") ?? "", -1, PREG_SPLIT_NO_EMPTY);
        return array_values(array_unique($all));
    }

    #[\Internal] public function words_(): array { return $this->tokens_(); }

    #[\Internal] private function update_(array $tokens): void {
        if (!$tokens && !$this->element_->hasAttribute("class")) return;
        $this->element_->setAttribute("class", implode(" ", $tokens));
    }

    #[\Internal] private function check_(string $token): void {
        if ($token === "") throw new \DOMException("The empty string is not a valid token", 12);
        if (strpbrk($token, "\t\n\f\r ") !== false) throw new \DOMException("The token must not contain any ASCII whitespace", 5);
    }

    #[\Internal] private function check_all_(array $tokens, string $method): void {
        foreach ($tokens as $at => $token) {
            if (!is_string($token)) throw new \TypeError("Dom\\TokenList::$method(): Argument #" . ($at + 1) . " must be of type string, " . get_debug_type($token) . " given");
            if (str_contains($token, "\0")) throw new \ValueError("Dom\\TokenList::$method(): Argument #" . ($at + 1) . " must not contain any null bytes");
            $this->check_($token);
        }
    }

    #[\Internal] private function zero_(string $token, string $method, int $position, string $name): void {
        if (str_contains($token, "\0")) throw new \ValueError("Dom\\TokenList::$method(): Argument #$position (\$$name) must not contain any null bytes");
    }

    public function item(int $index): ?string { return $this->tokens_()[$index] ?? null; }

    public function contains(string $token): bool {
        $this->zero_($token, "contains", 1, "token");
        return in_array($token, $this->tokens_(), true);
    }

    public function add(string ...$tokens): void {
        $this->check_all_($tokens, "add");
        $this->update_(array_values(array_unique([...$this->tokens_(), ...$tokens])));
    }

    public function remove(string ...$tokens): void {
        $this->check_all_($tokens, "remove");
        $this->update_(array_values(array_diff($this->tokens_(), $tokens)));
    }

    public function toggle(string $token, ?bool $force = null): bool {
        $this->zero_($token, "toggle", 1, "token");
        $this->check_($token);
        $all = $this->tokens_();
        $is_there = in_array($token, $all, true);
        if ($is_there) {
            if ($force === true) return true;
            $this->update_(array_values(array_diff($all, [$token])));
            return false;
        }
        if ($force === false) return false;
        $this->update_([...$all, $token]);
        return true;
    }

    public function replace(string $token, string $newToken): bool {
        $this->zero_($token, "replace", 1, "token");
        $this->zero_($newToken, "replace", 2, "newToken");
        $this->check_($token);
        $this->check_($newToken);
        $all = $this->tokens_();
        $at = array_search($token, $all, true);
        if ($at === false) return false;
        $all[$at] = $newToken;
        $this->update_(array_values(array_unique($all)));
        return true;
    }

    public function supports(string $token): bool {
        throw new \TypeError("Attribute \"class\" does not define any supported tokens");
    }

    public function count(): int { return count($this->tokens_()); }
    public function getIterator(): \Iterator { return \InternalIterator::of_($this); }
    #[\Internal] public function iterate_(): \Iterator { return \DomTokenIterator_::of_($this); }

    #[\Internal] public function offset_(string $what, mixed $offset, mixed $value): mixed {
        if ($what === "set") throw new \Error($offset === null ? "Cannot append to Dom\\TokenList" : "Cannot modify Dom\\TokenList");
        if ($what === "unset") throw new \Error("Cannot modify Dom\\TokenList");
        if ($what === "append") throw new \Error("Cannot append to Dom\\TokenList");
        if (is_string($offset) ? !is_int(array_key_first([$offset => null])) : !is_scalar($offset) && !is_resource($offset)) {
            throw new \TypeError("Cannot access offset of type " . get_debug_type($offset) . ($what === "exists" ? " in isset or empty" : " on Dom\\TokenList"));
        }
        $found = $this->tokens_()[$offset] ?? null;
        return $what === "exists" ? $found !== null : $found;
    }
    #[\Internal] public function empty_(bool $is_offset, mixed $offset): ?bool {
        if (!$is_offset) return null;
        if (is_object($offset) || is_array($offset)) return !$this->offset_("exists", $offset, null);
        return !$this->offset_("get", $offset, null);
    }

    #[\Internal] public function debug_(): array { return ["length" => $this->length, "value" => $this->value]; }
}
