<?php
#[Attribute(Attribute::TARGET_CLASS)]
final class Attribute {
    const int TARGET_CLASS = 1;
    const int TARGET_FUNCTION = 2;
    const int TARGET_METHOD = 4;
    const int TARGET_PROPERTY = 8;
    const int TARGET_CLASS_CONSTANT = 16;
    const int TARGET_PARAMETER = 32;
    const int TARGET_ALL = 63;
    const int IS_REPEATABLE = 64;

    public int $flags;

    public function __construct(int $flags = Attribute::TARGET_ALL) { $this->flags = $flags; }
}

#[Attribute(Attribute::TARGET_METHOD)]
final class ReturnTypeWillChange {
    public function __construct() {}
}

#[Attribute(Attribute::TARGET_CLASS)]
final class AllowDynamicProperties {
    public function __construct() {}
}

#[Attribute(Attribute::TARGET_PARAMETER)]
final class SensitiveParameter {
    public function __construct() {}
}

#[NoDynamicProperties]
final class SensitiveParameterValue {
    private readonly mixed $value;
    public function __construct(mixed $value) { $this->value = $value; }
    public function getValue(): mixed { return $this->value; }
    public function __debugInfo(): array { return []; }
}

#[Attribute(Attribute::TARGET_METHOD)]
final class Override {
    public function __construct() {}
}

#[Attribute(Attribute::TARGET_METHOD | Attribute::TARGET_FUNCTION | Attribute::TARGET_CLASS_CONSTANT)]
final class Deprecated {
    public readonly ?string $message;
    public readonly ?string $since;
    public function __construct(?string $message = null, ?string $since = null) {
        $this->message = $message;
        $this->since = $since;
    }
}
