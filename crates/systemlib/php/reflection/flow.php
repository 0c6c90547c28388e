<?php
// Generators and fibers: where they are.
#[Internal]
final class ReflectionGenerator {
    #[Internal] private ?Generator $generator_ = null;

    public function __construct(Generator $generator) {
        $this->generator_ = $generator;
        Reflected_::generator_($generator);
    }

    #[Internal] private function facts_(): array {
        $facts = Reflected_::generator_($this->generator_);
        if ($facts["over"]) throw new ReflectionException("Cannot fetch information from a closed Generator");
        return $facts;
    }

    public function getExecutingLine(): int { return $this->facts_()["line"]; }
    public function getExecutingFile(): string { return Reflected_::func_($this->facts_()["func"])["file"]; }

    public function getTrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT): array {
        $this->facts_();
        return Reflected_::generatorTrace_($this->generator_, (bool) ($options & DEBUG_BACKTRACE_PROVIDE_OBJECT));
    }

    public function getFunction(): ReflectionFunctionAbstract {
        $number = Reflected_::generator_($this->generator_)["func"];
        $facts = Reflected_::func_($number);
        $source = ["func" => $number, "closure" => null, "row" => null, "on" => null];
        return ReflectionMethod::from_($source, $facts, $facts["closure"] ?? false);
    }

    public function getThis(): ?object { return $this->facts_()["this"]; }
    public function getExecutingGenerator(): Generator { return $this->facts_()["leaf"]; }
    public function isClosed(): bool { return Reflected_::generator_($this->generator_)["over"]; }
}

#[Internal]
final class ReflectionFiber {
    #[Internal] private ?Fiber $fiber_ = null;

    public function __construct(Fiber $fiber) { $this->fiber_ = $fiber; }
    public function getFiber(): Fiber { return $this->fiber_; }

    public function getExecutingLine(): ?int { return $this->known_(Reflected_::fiber_($this->fiber_))["line"] ?? null; }
    public function getExecutingFile(): ?string { return $this->known_(Reflected_::fiber_($this->fiber_))["file"] ?? null; }

    public function getTrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT): array {
        return $this->known_(Reflected_::fiberTrace_($this->fiber_, $options));
    }

    #[Internal] private function known_(?array $facts): array {
        return $facts ?? throw new Error("Cannot fetch information from a fiber that has not been started or is terminated");
    }

    public function getCallable(): callable {
        if ($this->fiber_->isTerminated()) throw new Error("Cannot fetch the callable from a fiber that has terminated");
        return $this->fiber_->callback_();
    }
}
