<?php
class DirectoryIterator extends SplFileInfo implements SeekableIterator {
    #[Internal] protected string $folder_ = "";
    #[Internal] protected ?array $names_ = null;
    #[Internal] protected int $at_ = 0;
    #[Internal] protected int $flags_ = 0;
    #[Internal] protected ?string $glob_ = null;

    public function __construct(string $directory) { $this->open_($directory, 0, "DirectoryIterator"); }

    #[Internal] protected function open_(string $directory, int $flags, string $class): void {
        if ($directory === "") throw new ValueError("$class::__construct(): Argument #1 (\$directory) must not be empty");
        if (str_contains($directory, "\0")) throw new ValueError("$class::__construct(): Argument #1 (\$directory) must not contain any null bytes");
        if ($this->names_ !== null) throw new Error("Directory object is already initialized");
        $this->flags_ = $flags;
        error_clear_last();
        $handle = @opendir($directory);
        if ($handle === false) {
            $reason = preg_replace('/^opendir\(.*\): /sU', "", error_get_last()["message"] ?? "Failed to open directory: No such file or directory");
            throw new UnexpectedValueException("$class::__construct($directory): $reason");
        }
        $this->names_ = [];
        while (($name = readdir($handle)) !== false) $this->names_[] = $name;
        closedir($handle);
        $this->folder_ = strlen($directory) > 1 && !str_contains($directory, "://") ? (rtrim($directory, "/") ?: "/") : $directory;
        if (str_starts_with($directory, "glob://")) $this->folder_ = self::matched_(substr($directory, 7));
        $this->settle_();
    }

    #[Internal] protected function names_(): array {
        return $this->names_ ?? throw new Error("Object not initialized");
    }

    // Passes over dots where they are not wanted, and takes the name.
    #[Internal] protected function settle_(): void {
        $names = $this->names_();
        if ($this->flags_ & 4096) {
            while (isset($names[$this->at_]) && ($names[$this->at_] === "." || $names[$this->at_] === "..")) $this->at_++;
        }
        $name = $names[$this->at_] ?? "";
        $this->path_ = $name === "" ? "" : $this->place_($name);
    }

    // The folder that a pattern looks in.
    #[Internal] protected static function matched_(string $pattern): string {
        $folder = dirname($pattern);
        return $folder === "." && !str_starts_with($pattern, "./") ? "" : $folder;
    }

    #[Internal] protected function place_(string $name): string {
        return $this->folder_ === "" ? $name : rtrim($this->folder_, "/") . "/" . $name;
    }

    public function getFilename(): string { return $this->names_()[$this->at_] ?? ""; }
    #[Internal] protected function within_(): string { $this->names_(); return $this->folder_; }

    public function getExtension(): string {
        $name = $this->getFilename();
        $at = strrpos($name, ".");
        return $at === false ? "" : substr($name, $at + 1);
    }

    public function getBasename(string $suffix = ""): string { return basename($this->getFilename(), $suffix); }

    public function isDot(): bool {
        $name = $this->getFilename();
        return $name === "." || $name === "..";
    }

    public function rewind(): void {
        $this->at_ = 0;
        $this->settle_();
    }

    public function valid(): bool { return isset($this->names_()[$this->at_]); }
    public function key(): mixed { $this->names_(); return $this->at_; }
    public function current(): mixed { $this->names_(); return $this; }

    public function next(): void {
        $this->at_++;
        $this->settle_();
    }

    public function seek(int $offset): void {
        if ($this->at_ > $offset) $this->rewind();
        while ($this->at_ < $offset) {
            if (!$this->valid()) throw new OutOfBoundsException("Seek position $offset is out of range");
            $this->next();
        }
    }

    public function __toString(): string { return $this->getFilename(); }

    #[Internal] protected function all_(): array {
        $shown = parent::all_();
        // Without an entry there is no name.
        if ($this->names_ && !isset($this->names_[$this->at_])) unset($shown["\0SplFileInfo\0fileName"]);
        return $shown + ["\0DirectoryIterator\0glob" => $this->glob_ ?? false, "\0RecursiveDirectoryIterator\0subPathName" => $this->below_()];
    }

    #[Internal] protected function below_(): string { return ""; }
}

class FilesystemIterator extends DirectoryIterator {
    public const int CURRENT_MODE_MASK = 240;
    public const int CURRENT_AS_PATHNAME = 32;
    public const int CURRENT_AS_FILEINFO = 0;
    public const int CURRENT_AS_SELF = 16;
    public const int KEY_MODE_MASK = 3840;
    public const int KEY_AS_PATHNAME = 0;
    public const int FOLLOW_SYMLINKS = 16384;
    public const int KEY_AS_FILENAME = 256;
    public const int NEW_CURRENT_AND_KEY = 256;
    public const int OTHER_MODE_MASK = 28672;
    public const int SKIP_DOTS = 4096;
    public const int UNIX_PATHS = 8192;

    public function __construct(string $directory, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO | FilesystemIterator::SKIP_DOTS) {
        $this->open_($directory, $flags, "FilesystemIterator");
    }

    public function rewind(): void { parent::rewind(); }
    public function key(): string { return $this->flags_ & self::KEY_AS_FILENAME ? $this->getFilename() : $this->getPathname(); }

    public function current(): string|SplFileInfo|FilesystemIterator {
        if ($this->flags_ & self::CURRENT_AS_PATHNAME) return $this->getPathname();
        return $this->flags_ & self::CURRENT_AS_SELF ? $this : $this->getFileInfo();
    }

    public function getFlags(): int { return $this->flags_ & (self::KEY_MODE_MASK | self::CURRENT_MODE_MASK | self::OTHER_MODE_MASK); }

    public function setFlags(int $flags): void {
        $mask = self::KEY_MODE_MASK | self::CURRENT_MODE_MASK | self::OTHER_MODE_MASK;
        $this->flags_ = $this->flags_ & ~$mask | $flags & $mask;
    }
}

class RecursiveDirectoryIterator extends FilesystemIterator implements RecursiveIterator {
    #[Internal] private string $below_ = "";

    public function __construct(string $directory, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO) {
        $this->open_($directory, $flags, "RecursiveDirectoryIterator");
    }

    public function hasChildren(bool $allowLinks = false): bool {
        if ($this->isDot() || !$this->valid()) return false;
        $path = $this->getPathname();
        // PHP: whether it is a link is asked first, which tells of a directory too.
        $follows = $allowLinks || $this->flags_ & self::FOLLOW_SYMLINKS;
        return (!is_link($path) || $follows) && is_dir($path);
    }

    public function getChildren(): RecursiveDirectoryIterator {
        $child = new static($this->getPathname(), $this->flags_);
        $child->below_ = ($this->below_ === "" ? "" : $this->below_ . "/") . $this->getFilename();
        return $child;
    }

    public function getSubPath(): string { return $this->below_; }
    public function getSubPathname(): string { return ($this->below_ === "" ? "" : $this->below_ . "/") . $this->getFilename(); }
    #[Internal] protected function below_(): string { return $this->below_; }
}

class GlobIterator extends FilesystemIterator implements Countable {
    #[Internal] private function uncloneable_(): void {}
    public function __construct(string $pattern, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO) {
        if ($this->names_ !== null) throw new Error("Directory object is already initialized");
        if ($pattern === "") throw new ValueError("GlobIterator::__construct(): Argument #1 (\$pattern) must not be empty");
        $this->flags_ = $flags;
        $pattern = str_starts_with($pattern, "glob://") ? substr($pattern, 7) : $pattern;
        $this->glob_ = "glob://$pattern";
        $this->names_ = array_map("basename", glob($pattern) ?: []);
        $this->folder_ = self::matched_($pattern);
        $this->settle_();
    }

    #[Internal] protected function within_(): string { return $this->valid() ? parent::within_() : ""; }
    public function count(): int { return count($this->names_()); }
}
