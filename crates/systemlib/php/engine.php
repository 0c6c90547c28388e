<?php
namespace Random\Engine;

final class Mt19937 implements \Random\Engine {
    #[\Internal] private string $state_ = "";
    #[\Internal] private ?string $block_ = null;
    #[\Internal] private int $at_ = 0;
    #[\Internal] private int $mode_ = 0;

    public function __construct(?int $seed = null, int $mode = \MT_RAND_MT19937) {
        if ($mode === 1) {
            \report_(E_DEPRECATED, "The MT_RAND_PHP variant of Mt19937 is deprecated");
        } elseif ($mode !== 0) {
            throw new \ValueError("Random\\Engine\\Mt19937::__construct(): Argument #2 (\$mode) must be either MT_RAND_MT19937 or MT_RAND_PHP");
        }
        $this->mode_ = $mode;
        $this->state_ = \random_mt_start_($seed ?? \random_int(0, 0xffffffff), $mode);
        $this->block_ = null;
        $this->at_ = 0;
    }

    #[Internal] public function isLegacy_(): bool { return $this->mode_ === 1; }

    public function generate(): string {
        if ($this->at_ >= 624) {
            $this->state_ = \random_mt_reload_($this->state_, $this->mode_);
            $this->block_ = null;
            $this->at_ = 0;
        }
        $this->block_ ??= \random_mt_tempered_($this->state_);
        return \substr($this->block_, 4 * $this->at_++, 4);
    }

    #[Internal] private function states_(): array {
        return [...\str_split(\bin2hex($this->state_), 8), $this->at_, $this->mode_];
    }

    public function __serialize(): array { return [[], $this->states_()]; }

    public function __unserialize(array $data): void {
        $states = \random_states_($data, $this);
        $isGood = \count($states) === 626 && \is_int($states[624] ?? null) && $states[624] >= 0 && $states[624] <= 624
            && \in_array($states[625] ?? null, [0, 1], true);
        [$at, $mode] = $isGood ? [$states[624], $states[625]] : [0, 0];
        unset($states[624], $states[625]);
        $this->state_ = \random_words_($isGood ? $states : [], 624, 8, $this);
        $this->block_ = null;
        $this->at_ = $at;
        $this->mode_ = $mode;
    }

    public function __debugInfo(): array { return ["__states" => $this->states_()]; }
}

final class PcgOneseq128XslRr64 implements \Random\Engine {
    #[\Internal] private string $state_ = "";

    public function __construct(string|int|null $seed = null) {
        $seed ??= \random_bytes(16);
        if (\is_int($seed)) {
            $seed = "\0\0\0\0\0\0\0\0" . \pack("P", $seed);
        } elseif (\strlen($seed) !== 16) {
            throw new \ValueError("Random\\Engine\\PcgOneseq128XslRr64::__construct(): Argument #1 (\$seed) must be a 16 byte (128 bit) string");
        }
        $this->state_ = \random_pcg_start_($seed);
    }

    public function generate(): string {
        $both = \random_pcg_step_($this->state_);
        $this->state_ = \substr($both, 0, 16);
        return \substr($both, 16);
    }

    public function jump(int $advance): void {
        if ($advance < 0) {
            throw new \ValueError("Random\\Engine\\PcgOneseq128XslRr64::jump(): Argument #1 (\$advance) must be greater than or equal to 0");
        }
        $this->state_ = \random_pcg_jump_($this->state_, $advance);
    }

    public function __serialize(): array { return [[], \str_split(\bin2hex($this->state_), 16)]; }

    public function __unserialize(array $data): void {
        $this->state_ = \random_words_(\random_states_($data, $this), 2, 16, $this);
    }

    public function __debugInfo(): array { return ["__states" => \str_split(\bin2hex($this->state_), 16)]; }
}

final class Xoshiro256StarStar implements \Random\Engine {
    #[\Internal] private string $state_ = "";

    public function __construct(string|int|null $seed = null) {
        $seed ??= \random_bytes(32);
        if (\is_int($seed)) {
            $seed = \random_xoshiro_start_($seed);
        } elseif (\strlen($seed) !== 32) {
            throw new \ValueError("Random\\Engine\\Xoshiro256StarStar::__construct(): Argument #1 (\$seed) must be a 32 byte (256 bit) string");
        } elseif (\trim($seed, "\0") === "") {
            throw new \ValueError("Random\\Engine\\Xoshiro256StarStar::__construct(): Argument #1 (\$seed) must not consist entirely of NUL bytes");
        }
        $this->state_ = $seed;
    }

    public function generate(): string {
        $both = \random_xoshiro_step_($this->state_);
        $this->state_ = \substr($both, 0, 32);
        return \substr($both, 32);
    }

    public function jump(): void { $this->state_ = \random_xoshiro_jump_($this->state_, false); }
    public function jumpLong(): void { $this->state_ = \random_xoshiro_jump_($this->state_, true); }
    public function __serialize(): array { return [[], \str_split(\bin2hex($this->state_), 16)]; }

    public function __unserialize(array $data): void {
        $state = \random_words_(\random_states_($data, $this), 4, 16, $this);
        if (\trim($state, "\0") === "") \random_invalid_($this);
        $this->state_ = $state;
    }

    public function __debugInfo(): array { return ["__states" => \str_split(\bin2hex($this->state_), 16)]; }
}

#[Internal] #[NoDynamicProperties]
final class Secure implements \Random\CryptoSafeEngine {
    public function generate(): string { return \random_bytes(8); }
}
