<?php
class SplFileInfo implements Stringable {
    #[Deprecated(since: "8.2")] final public function _bad_state_ex(): void {
        throw new Error("The parent constructor was not called: the object is in an invalid state");
    }

    #[Internal] protected ?string $path_ = null;
    #[Internal] private string $fileClass_ = SplFileObject::class;
    #[Internal] protected string $infoClass_ = SplFileInfo::class;

    public function __construct(string $filename) {
        if (str_contains($filename, "\0")) throw new ValueError("SplFileInfo::__construct(): Argument #1 (\$filename) must not contain any null bytes");
        $this->setPath_($filename);
    }

    #[Internal] protected function setPath_(string $path): void {
        $this->path_ = strlen($path) > 1 ? rtrim($path, "/") ?: "/" : $path;
    }

    #[Internal] protected function file_(): string {
        return $this->path_ ?? throw new Error("Object not initialized");
    }

    public function getPath(): string { return $this->within_(); }

    #[Internal] protected function within_(): string {
        $path = $this->path_ ?? "";
        if (str_starts_with($path, "php://")) return "";
        $at = strrpos($path, "/");
        return $at === false ? "" : substr($path, 0, $at);
    }

    public function getFilename(): string {
        $path = $this->file_();
        if (str_starts_with($path, "php://")) return $path;
        $at = strrpos($path, "/");
        return !$at || $at === strlen($path) - 1 ? $path : substr($path, $at + 1);
    }

    public function getExtension(): string {
        $name = $this->getFilename();
        $at = strrpos($name, ".");
        return $at === false ? "" : substr($name, $at + 1);
    }

    public function getBasename(string $suffix = ""): string { return basename($this->getFilename(), $suffix); }
    public function getPathname(): string { return $this->path_ ?? ""; }

    // What a function tells of the file; its failure is an exception.
    #[Internal] private function ask_(string $function, string $method): mixed {
        if ($this->path_ === "") return false;
        $found = @$function($this->file_());
        if ($found === false) {
            $what = $method === "getType" ? "Lstat" : "stat";
            throw new RuntimeException("SplFileInfo::$method(): $what failed for {$this->path_}");
        }
        return $found;
    }

    public function getPerms(): int|false { return $this->ask_("fileperms", "getPerms"); }
    public function getInode(): int|false { return $this->ask_("fileinode", "getInode"); }
    public function getSize(): int|false { return $this->ask_("filesize", "getSize"); }
    public function getOwner(): int|false { return $this->ask_("fileowner", "getOwner"); }
    public function getGroup(): int|false { return $this->ask_("filegroup", "getGroup"); }
    public function getATime(): int|false { return $this->ask_("fileatime", "getATime"); }
    public function getMTime(): int|false { return $this->ask_("filemtime", "getMTime"); }
    public function getCTime(): int|false { return $this->ask_("filectime", "getCTime"); }
    public function getType(): string|false { return $this->ask_("filetype", "getType"); }
    public function isWritable(): bool { return is_writable($this->file_()); }
    public function isReadable(): bool { return is_readable($this->file_()); }
    public function isExecutable(): bool { return is_executable($this->file_()); }
    public function isFile(): bool { return is_file($this->file_()); }
    public function isDir(): bool { return is_dir($this->file_()); }
    public function isLink(): bool { return is_link($this->file_()); }

    public function getLinkTarget(): string|false {
        $target = @readlink($this->file_());
        if ($target === false) {
            throw new RuntimeException("Unable to read link {$this->path_}, error: Invalid argument");
        }
        return $target;
    }

    public function getRealPath(): string|false { return $this->path_ === null ? false : realpath($this->path_); }

    public function getFileInfo(?string $class = null): SplFileInfo {
        $class ??= $this->infoClass_;
        return new $class($this->file_());
    }

    public function getPathInfo(?string $class = null): ?SplFileInfo {
        if ($class !== null && !is_a($class, SplFileInfo::class, true)) {
            throw new TypeError("SplFileInfo::getPathInfo(): Argument #1 (\$class) must be a class name derived from SplFileInfo or null, $class given");
        }
        $class ??= $this->infoClass_;
        $path = str_starts_with($this->path_, "php://") ? "php:" : $this->getPath();
        return $path === "" ? null : new $class($path);
    }

    public function openFile(string $mode = "r", bool $useIncludePath = false, $context = null): SplFileObject {
        $class = $this->fileClass_;
        return new $class($this->file_(), $mode, $useIncludePath, $context);
    }

    public function setFileClass(string $class = SplFileObject::class): void {
        if (!is_a($class, SplFileObject::class, true)) {
            throw new TypeError("SplFileInfo::setFileClass(): Argument #1 (\$class) must be a class name derived from SplFileObject, $class given");
        }
        $this->fileClass_ = $class;
    }

    public function setInfoClass(string $class = SplFileInfo::class): void {
        if (!is_a($class, SplFileInfo::class, true)) {
            throw new TypeError("SplFileInfo::setInfoClass(): Argument #1 (\$class) must be a class name derived from SplFileInfo, $class given");
        }
        $this->infoClass_ = $class;
    }

    public function __toString(): string { return $this->path_ ?? ""; }

    public function __debugInfo(): array { return $this->all_(); }

    #[Internal] protected function all_(): array {
        return get_mangled_object_vars($this) + [
            "\0SplFileInfo\0pathName" => $this->path_ ?? "",
            "\0SplFileInfo\0fileName" => $this->path_ === null ? "" : $this->getFilename(),
        ];
    }
}

#[Internal]
class SplFileObject extends SplFileInfo implements RecursiveIterator, SeekableIterator {
    const int DROP_NEW_LINE = 1;
    const int READ_AHEAD = 2;
    const int SKIP_EMPTY = 4;
    const int READ_CSV = 8;

    #[Internal] private $stream_ = null;
    #[Internal] private string $mode_ = "r";
    #[Internal] private int $flags_ = 0;
    #[Internal] private int $max_ = 0;
    #[Internal] private int $line_ = 0;
    #[Internal] private ?string $current_ = null;
    #[Internal] private ?array $row_ = null;
    #[Internal] private ?bool $overrides_ = null;
    #[Internal] private array $csv_ = [",", "\"", "\\"];
    #[Internal] private bool $hasEscape_ = false;

    public function __construct(string $filename, string $mode = "r", bool $useIncludePath = false, $context = null) {
        if ($this->stream_ !== null) throw new Error("Cannot call constructor twice");
        $this->setPath_($filename);
        $this->mode_ = $mode;
        if (is_dir($filename)) throw new LogicException("Cannot use SplFileObject with directories");
        $stream = $context === null ? @fopen($filename, $mode, $useIncludePath) : @fopen($filename, $mode, $useIncludePath, $context);
        if ($stream === false) {
            $reason = preg_replace('/^fopen\(.*\): /sU', "", error_get_last()["message"] ?? "Failed to open stream");
            throw new RuntimeException("SplFileObject::__construct($filename): $reason");
        }
        stream_keep_($this->stream_ = $stream);
        if ($useIncludePath && !str_contains($filename, "://") && !file_exists($filename)) $this->path_ = stream_get_meta_data($stream)["uri"];
    }

    #[Internal] private function stream_() {
        return $this->stream_ ?? throw new Error("Object not initialized");
    }

    #[Internal] private function forget_(): void {
        $this->current_ = null;
        $this->row_ = null;
    }

    // Takes the next line as it is. False at the end, which is an error unless it is asked for quietly.
    #[Internal] private function take_(bool $quiet, int $lines, bool $csv): bool {
        $stream = $this->stream_();
        $this->forget_();
        if (feof($stream)) {
            if ($quiet) return false;
            throw new RuntimeException("Cannot read from file {$this->path_}");
        }
        $line = $this->max_ > 0 ? fgets($stream, $this->max_ + 1) : fgets($stream);
        if ($line !== false && !$csv && $this->flags_ & 1) {
            if (str_ends_with($line, "\n")) $line = substr($line, 0, -1);
            if (str_ends_with($line, "\r")) $line = substr($line, 0, -1);
        }
        $this->current_ = $line === false ? "" : $line;
        $this->line_ += $lines;
        return true;
    }

    #[Internal] private function isEmpty_(): bool {
        if ($this->current_ === null || $this->current_ === "") return $this->row_ === null || $this->current_ === "";
        return ($this->flags_ & 9) === 9 && ($this->current_ === "\n" || $this->current_ === "\r\n");
    }

    // Takes the next line as a row.
    #[Internal] private function takeRow_(bool $quiet, array $marks): bool {
        do {
            if (!$this->take_($quiet, $this->current_ === null ? 0 : 1, true)) return false;
        } while ($this->flags_ & 4 && $this->isEmpty_());
        [$separator, $enclosure, $escape] = $marks;
        $text = $this->current_;
        $stream = $this->stream_();
        while (!feof($stream)) {
            $plain = $escape === "" || $escape === $enclosure ? $text : preg_replace("/" . preg_quote($escape, "/") . "./s", "", $text);
            if (substr_count($plain, $enclosure) % 2 === 0) break;
            $more = fgets($stream);
            if ($more === false) break;
            $text .= $more;
        }
        $this->row_ = str_getcsv(preg_replace("/\r?\n\z|\r\z/", "", $text), $separator, $enclosure, $escape);
        return true;
    }

    #[Internal] private function takeLine_(bool $quiet): bool {
        if ($this->flags_ & 8) return $this->takeRow_($quiet, $this->csv_);
        $this->overrides_ ??= Reflected_::method_(Reflected_::classOf_($this), "getcurrentline")["class"] !== Reflected_::classOf_(SplFileObject::class);
        if (!$this->overrides_) return $this->take_($quiet, $this->current_ === null ? 0 : 1, false);
        $hadLine = $this->current_ !== null || $this->row_ !== null;
        $this->forget_();
        if (feof($this->stream_())) {
            if ($quiet) return false;
            throw new RuntimeException("Cannot read from file {$this->path_}");
        }
        $line = $this->getCurrentLine();
        if (!is_string($line)) {
            throw new TypeError(static::class . "::getCurrentLine(): Return value must be of type string, " . get_debug_type($line) . " returned");
        }
        if ($this->current_ !== null || $this->row_ !== null) $this->line_++;
        $this->forget_();
        $this->current_ = $line;
        return true;
    }

    // Takes the next line that the flags do not skip.
    #[Internal] private function fetch_(bool $quiet): bool {
        $taken = $this->takeLine_($quiet);
        while ($taken && $this->flags_ & 4 && $this->isEmpty_()) {
            $this->forget_();
            $taken = $this->takeLine_($quiet);
        }
        return $taken;
    }

    public function rewind(): void {
        if (!rewind($this->stream_())) throw new RuntimeException("Cannot rewind file {$this->path_}");
        $this->forget_();
        $this->line_ = 0;
        if ($this->flags_ & 2) $this->fetch_(true);
    }

    public function eof(): bool { return feof($this->stream_()); }

    public function valid(): bool {
        if ($this->flags_ & 2) return $this->current_ !== null || $this->row_ !== null;
        return !feof($this->stream_());
    }

    public function fgets(): string {
        $this->take_(false, 1, false);
        return $this->current_;
    }

    public function fread(int $length): string|false {
        $stream = $this->stream_();
        if ($length < 1) throw new ValueError("SplFileObject::fread(): Argument #1 (\$length) must be greater than 0");
        return fread($stream, $length);
    }

    // The characters of CSV; those not given are those of the object.
    #[Internal] private function marks_(string $method, int $at, int $given, string $separator, string $enclosure, string $escape): array {
        if ($given > $at - 1 && strlen($separator) !== 1) throw new ValueError("SplFileObject::$method(): Argument #$at (\$separator) must be a single character");
        if ($given > $at && strlen($enclosure) !== 1) throw new ValueError("SplFileObject::$method(): Argument #" . ($at + 1) . " (\$enclosure) must be a single character");
        if ($given > $at + 1 && strlen($escape) > 1) throw new ValueError("SplFileObject::$method(): Argument #" . ($at + 2) . " (\$escape) must be empty or a single character");
        if ($given <= $at + 1 && !$this->hasEscape_) report_(E_DEPRECATED, "SplFileObject::$method(): the \$escape parameter must be provided, as its default value will change, either explicitly or via SplFileObject::setCsvControl()");
        return [$given > $at - 1 ? $separator : $this->csv_[0], $given > $at ? $enclosure : $this->csv_[1], $given > $at + 1 ? $escape : $this->csv_[2]];
    }

    public function fgetcsv(string $separator = ",", string $enclosure = "\"", string $escape = "\\"): array|false {
        $this->stream_();
        $marks = $this->marks_("fgetcsv", 1, func_num_args(), $separator, $enclosure, $escape);
        return $this->takeRow_(true, $marks) ? $this->row_ : false;
    }

    public function fputcsv(array $fields, string $separator = ",", string $enclosure = "\"", string $escape = "\\", string $eol = "\n"): int|false {
        $stream = $this->stream_();
        return fputcsv($stream, $fields, ...[...$this->marks_("fputcsv", 2, func_num_args(), $separator, $enclosure, $escape), $eol]);
    }

    public function setCsvControl(string $separator = ",", string $enclosure = "\"", string $escape = "\\"): void {
        foreach ([[$separator, 1, "separator"], [$enclosure, 2, "enclosure"]] as [$value, $at, $name]) {
            if (strlen($value) !== 1) {
                throw new ValueError("SplFileObject::setCsvControl(): Argument #$at (\$$name) must be a single character");
            }
        }
        if (strlen($escape) > 1) {
            throw new ValueError("SplFileObject::setCsvControl(): Argument #3 (\$escape) must be empty or a single character");
        }
        if (func_num_args() < 3) {
            report_(E_DEPRECATED, "SplFileObject::setCsvControl(): the \$escape parameter must be provided as its default value will change");
        } else {
            $this->hasEscape_ = true;
        }
        $this->csv_ = [$separator, $enclosure, $escape];
    }

    public function getCsvControl(): array { return $this->csv_; }
    public function flock(int $operation, &$wouldBlock = null): bool { return flock($this->stream_(), $operation, $wouldBlock); }
    public function fflush(): bool { return fflush($this->stream_()); }
    public function ftell(): int|false { return ftell($this->stream_()); }

    public function fseek(int $offset, int $whence = SEEK_SET): int {
        $this->forget_();
        return fseek($this->stream_(), $offset, $whence);
    }

    public function fgetc(): string|false {
        $this->forget_();
        $char = fgetc($this->stream_());
        if ($char === "\n") $this->line_++;
        return $char;
    }

    public function fpassthru(): int { return fpassthru($this->stream_()); }

    public function fscanf(string $format, mixed &...$vars): array|int|null {
        $this->take_(false, $this->current_ === null ? 0 : 1, false);
        return sscanf($this->current_, $format, ...$vars);
    }

    public function fwrite(string $data, int $length = 0): int|false {
        return fwrite($this->stream_(), $data, func_num_args() > 1 ? max($length, 0) : null);
    }
    public function fstat(): array { return fstat($this->stream_()); }
    public function ftruncate(int $size): bool {
        $stream = $this->stream_();
        if ($size < 0) throw new ValueError("SplFileObject::ftruncate(): Argument #1 (\$size) must be greater than or equal to 0");
        if (!(stream_get_meta_data($stream)["seekable"] ?? false) || !@fstat($stream)) throw new LogicException("Can't truncate file {$this->getFilename()}");
        return ftruncate($stream, $size);
    }

    public function current(): string|array|false {
        $this->stream_();
        if ($this->current_ === null && $this->row_ === null) $this->fetch_(true);
        return $this->row_ ?? $this->current_ ?? false;
    }

    public function key(): int { return $this->line_; }

    public function next(): void {
        $this->stream_();
        $this->forget_();
        if ($this->flags_ & 2) $this->fetch_(true);
        $this->line_++;
    }

    public function setFlags(int $flags): void { $this->flags_ = $flags; }
    public function getFlags(): int { return $this->flags_; }

    public function setMaxLineLen(int $maxLength): void {
        if ($maxLength < 0) {
            throw new ValueError("SplFileObject::setMaxLineLen(): Argument #1 (\$maxLength) must be greater than or equal to 0");
        }
        $this->max_ = $maxLength;
    }

    public function getMaxLineLen(): int { return $this->max_; }
    public function hasChildren(): false { return false; }
    public function getChildren(): null { return null; }

    public function seek(int $line): void {
        if ($line < 0) {
            throw new ValueError("SplFileObject::seek(): Argument #1 (\$line) must be greater than or equal to 0");
        }
        $this->stream_();
        self::rewind();
        for ($at = 0; $at < $line; $at++) {
            if (!$this->fetch_(true)) return;
        }
        if ($line > 0 && !($this->flags_ & 2)) {
            $this->line_++;
            $this->forget_();
        }
    }

    public function getCurrentLine(): string { return $this->fgets(); }

    public function __toString(): string {
        $this->stream_();
        if ($this->current_ === null) $this->fetch_(false);
        return $this->current_ ?? "";
    }

    #[Internal] protected function all_(): array {
        return parent::all_() + [
            "\0SplFileObject\0openMode" => $this->mode_,
            "\0SplFileObject\0delimiter" => $this->csv_[0],
            "\0SplFileObject\0enclosure" => $this->csv_[1],
        ];
    }
}

#[Internal]
class SplTempFileObject extends SplFileObject {
    public function __construct(int $maxMemory = 2 * 1024 * 1024) {
        $name = $maxMemory < 0 ? "php://memory" : (func_num_args() ? "php://temp/maxmemory:$maxMemory" : "php://temp");
        parent::__construct($name, "wb");
    }
}
