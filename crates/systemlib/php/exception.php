<?php
interface Throwable extends Stringable {
    public function getMessage(): string;
    public function getCode();
    public function getFile(): string;
    public function getLine(): int;
    public function getTrace(): array;
    public function getPrevious(): ?Throwable;
    public function getTraceAsString(): string;
}

class Exception implements Throwable {
    protected $message = "";
    private string $string = "";
    protected $code = 0;
    protected string $file = "";
    protected int $line = 0;
    private array $trace = [];
    private ?Throwable $previous = null;

    private function __clone(): void {}

    public function __construct(string $message = "", int $code = 0, ?Throwable $previous = null) {
        if ($message !== "") $this->message = $message;
        if ($code !== 0) $this->code = $code;
        if ($previous !== null) $this->previous = $previous;
    }

    public function __wakeup(): void {}

    final public function getMessage(): string { return $this->message; }
    final public function getCode() { return $this->code; }
    final public function getFile(): string { return $this->file; }
    final public function getLine(): int { return $this->line; }
    final public function getTrace(): array { return $this->trace; }
    final public function getPrevious(): ?Throwable { return $this->previous; }

    #[Native]
    final public function getTraceAsString(): string {}

    #[Native]
    public function __toString(): string {}
}

class ErrorException extends Exception {
    protected int $severity = 1;

    public function __construct(
        string $message = "",
        int $code = 0,
        int $severity = E_ERROR,
        ?string $filename = null,
        ?int $line = null,
        ?Throwable $previous = null
    ) {
        parent::__construct($message, $code, $previous);
        $this->severity = $severity;
        if ($filename !== null) $this->file = $filename;
        if ($line !== null) $this->line = $line;
        elseif ($filename !== null) $this->line = 0;
    }

    final public function getSeverity(): int { return $this->severity; }
}

class Error implements Throwable {
    protected $message = "";
    private string $string = "";
    protected $code = 0;
    protected string $file = "";
    protected int $line;
    private array $trace = [];
    private ?Throwable $previous = null;

    private function __clone(): void {}

    public function __construct(string $message = "", int $code = 0, ?Throwable $previous = null) {
        if ($message !== "") $this->message = $message;
        if ($code !== 0) $this->code = $code;
        if ($previous !== null) $this->previous = $previous;
    }

    public function __wakeup(): void {}

    final public function getMessage(): string { return $this->message; }
    final public function getCode() { return $this->code; }
    final public function getFile(): string { return $this->file; }
    final public function getLine(): int { return $this->line; }
    final public function getTrace(): array { return $this->trace; }
    final public function getPrevious(): ?Throwable { return $this->previous; }

    #[Native]
    final public function getTraceAsString(): string {}

    #[Native]
    public function __toString(): string {}
}

class CompileError extends Error {}
class ParseError extends CompileError {}
class TypeError extends Error {}
class ValueError extends Error {}
class ArithmeticError extends Error {}
class DivisionByZeroError extends ArithmeticError {}
class ArgumentCountError extends TypeError {}
class UnhandledMatchError extends Error {}
class AssertionError extends Error {}
class RequestParseBodyException extends Exception {}

class LogicException extends Exception {}
class BadFunctionCallException extends LogicException {}
class BadMethodCallException extends BadFunctionCallException {}
class DomainException extends LogicException {}
class InvalidArgumentException extends LogicException {}
class LengthException extends LogicException {}
class OutOfRangeException extends LogicException {}
class RuntimeException extends Exception {}
class OutOfBoundsException extends RuntimeException {}
class OverflowException extends RuntimeException {}
class RangeException extends RuntimeException {}
class UnderflowException extends RuntimeException {}
class UnexpectedValueException extends RuntimeException {}
