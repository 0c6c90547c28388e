<?php
// Tokens of PHP sources as objects.

class PhpToken implements Stringable {
    public int $id;
    public string $text;
    public int $line;
    public int $pos;

    final public function __construct(int $id, string $text, int $line = -1, int $pos = -1) {
        $this->id = $id;
        $this->text = $text;
        $this->line = $line;
        $this->pos = $pos;
    }

    /** The tokens of a source. */
    public static function tokenize(string $code, int $flags = 0): array {
        $tokens = [];
        $line = 1;
        $pos = 0;
        foreach (token_get_all($code, $flags) as $token) {
            if (is_array($token)) {
                [$id, $text, $line] = $token;
            } else {
                $id = ord($token[-1]);
                $text = $token;
            }
            $tokens[] = new static($id, $text, $line, $pos);
            $line += substr_count($text, "\n");
            $pos += strlen($text);
        }
        return $tokens;
    }

    /** Whether the token has this number or text, or one of these. */
    public function is($kind): bool {
        if (is_int($kind)) return $this->id === $kind;
        if (is_string($kind)) return $this->text === $kind;
        if (!is_array($kind)) {
            throw new TypeError('PhpToken::is(): Argument #1 ($kind) must be of type string|int|array, '
                . get_debug_type($kind) . ' given');
        }
        foreach ($kind as $one) {
            if (is_int($one)) {
                if ($this->id === $one) return true;
            } elseif (is_string($one)) {
                if ($this->text === $one) return true;
            } else {
                throw new TypeError(
                    'PhpToken::is(): Argument #1 ($kind) must only have elements of type string|int, '
                        . get_debug_type($one) . ' given'
                );
            }
        }
        return false;
    }

    /** Whether the parser never sees the token. */
    public function isIgnorable(): bool {
        return $this->id === T_WHITESPACE || $this->id === T_COMMENT
            || $this->id === T_DOC_COMMENT || $this->id === T_OPEN_TAG;
    }

    /** The name of the token's number. */
    public function getTokenName(): ?string {
        if ($this->id < 256) return chr($this->id);
        $name = token_name($this->id);
        return $name === 'UNKNOWN' ? null : $name;
    }

    public function __toString(): string {
        return $this->text;
    }
}
