<?php
// What Phar and PharData have in common. The archive itself lies with the extension.

trait PharArchive_ {
    #[Internal] private int $archive_ = 0;

    #[Internal] private function begin_(string $filename, int $flags, ?string $alias, bool $data, int $format): void {
        $this->plain_("__construct", 1, "filename", $filename);
        if ($this->archive_) throw new BadMethodCallException("Cannot call constructor twice");
        [$this->archive_, $url] = phar_open_($filename, $alias, $data, $format);
        $this->open_($url, $flags, "RecursiveDirectoryIterator");
        $this->folder_ = rtrim($url, "/");
        $this->settle_();
        SplFileInfo::setInfoClass(PharFileInfo::class);
    }

    public function __destruct() {
        if ($this->archive_) phar_use_($this->archive_, -1);
    }

    #[Internal] public function cloned_(object $from): void {
        if ($this->archive_) phar_use_($this->archive_, 1);
    }

    #[Internal] private function plain_(string $method, int $at, string $name, string $value): void {
        if (str_contains($value, "\0")) throw new ValueError(self::class . "::$method(): Argument #$at (\$$name) must not contain any null bytes");
    }

    #[Internal] private function id_(): int {
        return $this->archive_ ?: throw new BadMethodCallException("Cannot call method on an uninitialized Phar object");
    }

    #[Internal] private function get_(string $what): mixed { return phar_get_($this->id_(), $what); }

    #[Internal] private function isClosed_(): bool {
        $archive = $this->id_();
        return !self::canWrite() && !phar_get_($archive, "is_data");
    }

    #[Internal] private function guard_(string $text, string $class = UnexpectedValueException::class): void {
        if ($this->isClosed_()) throw new $class($text);
    }

    #[Internal] private function flush_(string $class = PharException::class, ?string $stub = null, bool $default = false): void {
        $fault = phar_flush_($this->archive_, $stub, $default);
        if ($fault !== null) throw new $class($fault);
    }

    #[Internal] private static function isMagic_(string $name): bool {
        return preg_match('~\A/?\.phar(?:[/\\\\]|\z)~', $name) === 1;
    }

    public function addEmptyDir(string $directory): void {
        $this->plain_("addEmptyDir", 1, "directory", $directory);
        $this->id_();
        if (self::isMagic_($directory)) throw new BadMethodCallException("Cannot create a directory in magic \".phar\" directory");
        $fault = phar_folder_($this->archive_, $directory);
        if ($fault !== null) throw new BadMethodCallException("Directory $directory does not exist and cannot be created" . ($fault === "" ? "" : ": $fault"));
        $this->flush_();
    }

    #[Internal] private function put_(string $name, string $contents, int $permissions = -1): void {
        if (self::isMagic_($name)) throw new BadMethodCallException("Cannot create any files in magic \".phar\" directory");
        $fault = phar_put_($this->archive_, $name, $contents, $permissions);
        if ($fault !== null) throw new BadMethodCallException("Entry $name does not exist and cannot be created" . ($fault === "" ? "" : ": $fault"));
        $this->flush_();
    }

    #[Internal] private static function mode_($stream): int {
        $facts = @fstat($stream);
        return $facts ? $facts["mode"] & 511 : -1;
    }

    public function addFile(string $filename, ?string $localName = null): void {
        $this->plain_("addFile", 1, "filename", $filename);
        $this->id_();
        $stream = @fopen($filename, "rb");
        if ($stream === false) throw new RuntimeException("phar error: unable to open file \"$filename\" to add to phar archive");
        $this->put_($localName ?? $filename, stream_get_contents($stream), self::mode_($stream));
        fclose($stream);
    }

    public function addFromString(string $localName, string $contents): void {
        $this->plain_("addFromString", 1, "localName", $localName);
        $this->id_();
        $this->put_($localName, $contents);
    }

    public function buildFromDirectory(string $directory, string $pattern = ""): array {
        $this->plain_("buildFromDirectory", 1, "directory", $directory);
        $this->guard_("Cannot write to archive - write operations restricted by INI setting");
        $files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($directory, FilesystemIterator::SKIP_DOTS | FilesystemIterator::UNIX_PATHS));
        if ($pattern !== "") $files = new RegexIterator($files, $pattern);
        return $this->build_($files, $directory);
    }

    public function buildFromIterator(Traversable $iterator, ?string $baseDirectory = null): array {
        $this->guard_("Cannot write out phar archive, phar is read-only");
        return $this->build_($iterator, $baseDirectory ?? "");
    }

    #[Internal] private function build_(Traversable $files, string $base): array {
        $added = [];
        $class = $files::class;
        $held = $this->get_("is_held");
        phar_set_($this->archive_, "is_held", true);
        try {
            for ($all = $files instanceof IteratorAggregate ? $files->getIterator() : $files, $all->rewind(); $all->valid(); $all->next()) {
                $value = $all->current();
                $entry = $this->built_($class, $value, $base, fn() => $all->key());
                if ($entry !== null) $added[$entry[0]] = $entry[1];
            }
        } finally {
            phar_set_($this->archive_, "is_held", $held);
        }
        $this->flush_();
        return $added;
    }

    // Adds what an iterator gave: its name, and where it came from.
    #[Internal] private function built_(string $class, mixed $value, string $base, Closure $key): ?array {
        $name = null;
        $stream = null;
        if (is_resource($value)) {
            $stream = $value;
            $name = $key();
            if (!is_string($name)) throw new UnexpectedValueException("Iterator $class returned an invalid key (must return a string)");
            $file = "[stream]";
        } else if ($value instanceof SplFileInfo) {
            if ($base === "") throw new BadMethodCallException("Iterator $class returns an SplFileInfo object, so base directory must be specified");
            $file = $value instanceof DirectoryIterator ? $value->getPath() . "/" . $value->getFilename() : $value->getPathname();
            if ($value instanceof DirectoryIterator && is_dir($file)) return null;
            $file = str_contains($file, "://") ? $file : phar_expand_($file);
        } else if (is_string($value)) {
            $file = $value;
        } else {
            throw new UnexpectedValueException("Iterator $class returned an invalid value (must return a string, a stream, or an SplFileInfo object)");
        }
        if ($stream === null) {
            $name = $this->below_of_($class, $file, $base, $key);
            if ($name === null) return null;
            $stream = @fopen($file, "rb");
            if ($stream === false) throw new UnexpectedValueException("Iterator $class returned a file that could not be opened \"$file\"");
        }
        if (self::isMagic_($name)) return null;
        $contents = stream_get_contents($stream);
        $fault = phar_put_($this->archive_, $name, $contents, self::mode_($stream));
        if ($stream !== $value) fclose($stream);
        if ($fault !== null) throw new BadMethodCallException("Entry $name cannot be created: $fault");
        return [$name, $file];
    }

    #[Internal] private function below_of_(string $class, string $file, string $base, Closure $key): ?string {
        if ($base === "") {
            $name = $key();
            if (!is_string($name)) throw new UnexpectedValueException("Iterator $class returned an invalid key (must return a string)");
            return $name;
        }
        $base = str_contains($base, "://") ? $base : phar_expand_($base);
        $rest = substr($file, strlen($base));
        $isBelow = str_starts_with($file, $base) && ($rest === "" || $rest[0] === "/" || str_ends_with($base, "/"));
        if (!$isBelow) throw new UnexpectedValueException("Iterator $class returned a path \"$file\" that is not in the base directory \"$base\"");
        return $rest === "" ? null : (in_array($rest[0], ["/", "\\"], true) ? substr($rest, 1) : $rest);
    }

    #[Internal] private function compressAll_(int $compression): void {
        phar_set_($this->archive_, "compression", $compression);
        phar_set_($this->archive_, "is_modified", true);
        $this->flush_(BadMethodCallException::class);
    }

    public function compressFiles(int $compression): void {
        $this->guard_("Phar is readonly, cannot change compression", BadMethodCallException::class);
        if ($compression !== 4096 && $compression !== 8192) throw new BadMethodCallException("Unknown compression specified, please pass one of Phar::GZ or Phar::BZ2");
        if ($this->get_("format") === 2) throw new BadMethodCallException("Cannot compress with Gzip compression, tar archives cannot compress individual files, use compress() to compress the whole archive");
        $this->compressAll_($compression);
    }

    public function decompressFiles(): true {
        $this->guard_("Phar is readonly, cannot change compression", BadMethodCallException::class);
        if ($this->get_("format") !== 2) $this->compressAll_(0);
        return true;
    }

    #[Internal] private function convert_(int $format, ?string $extension, int $flags, bool $data): Phar|PharData {
        $path = phar_convert_($this->archive_, $format, $extension, $flags, $data);
        return $data && $format !== 1 ? new PharData($path) : new Phar($path);
    }

    // The flags of a compression of a whole archive.
    #[Internal] private function whole_(int $compression, int $format): int {
        if ($compression === 0) return 0;
        if ($compression === 9021976) return $this->get_("flags") & 0xf00000;
        if ($compression !== 4096 && $compression !== 8192) throw new BadMethodCallException("Unknown compression specified, please pass one of Phar::GZ or Phar::BZ2");
        $name = $compression === 4096 ? "gzip" : "bz2";
        if ($format === 3) throw new BadMethodCallException("Cannot compress entire archive with $name, zip archives do not support whole-archive compression");
        return $compression << 8;
    }

    #[Internal] private function compressWhole_(int $compression, ?string $extension): Phar|PharData {
        $this->guard_("Cannot compress phar archive, phar is read-only");
        if ($this->get_("format") === 3) throw new UnexpectedValueException("Cannot compress zip-based archives with whole-archive compression");
        if ($compression === 9021976) throw new BadMethodCallException("Unknown compression specified, please pass one of Phar::GZ or Phar::BZ2");
        return $this->convert_($this->get_("format"), $extension, $this->whole_($compression, 0), $this->get_("is_data"));
    }

    #[Internal] private function decompressWhole_(?string $extension): Phar|PharData {
        $this->guard_("Cannot decompress phar archive, phar is read-only");
        if ($this->get_("format") === 3) throw new UnexpectedValueException("Cannot decompress zip-based archives with whole-archive compression");
        return $this->convert_($this->get_("format"), $extension, 0, $this->get_("is_data"));
    }

    public function convertToExecutable(?int $format = null, ?int $compression = null, ?string $extension = null): ?Phar {
        $this->id_();
        if (!self::canWrite()) throw new UnexpectedValueException("Cannot write out executable phar archive, phar is read-only");
        if ($format === null || $format === 9021976 || $format === 0) $format = $this->get_("format");
        if ($format < 1 || $format > 3) throw new BadMethodCallException("Unknown file format specified, please pass one of Phar::PHAR, Phar::TAR or Phar::ZIP");
        return $this->convert_($format, $extension, $this->whole_($compression ?? 9021976, $format), false);
    }

    public function convertToData(?int $format = null, ?int $compression = null, ?string $extension = null): ?PharData {
        $own = $this->get_("format");
        if ($format === null || $format === 9021976 || $format === 0) $format = $own;
        if ($format === 1) throw new UnexpectedValueException("Cannot write out data phar archive, use Phar::TAR or Phar::ZIP");
        if ($format !== 2 && $format !== 3) throw new BadMethodCallException("Unknown file format specified, please pass one of Phar::TAR or Phar::ZIP");
        return $this->convert_($format, $extension, $this->whole_($compression ?? 9021976, $format), true);
    }

    public function copy(string $from, string $to): true {
        $this->plain_("copy", 1, "from", $from);
        $this->plain_("copy", 2, "to", $to);
        $this->guard_("Cannot copy \"$from\" to \"$to\", phar is read-only");
        $path = $this->get_("path");
        if (self::isMagic_($from)) throw new UnexpectedValueException("file \"$from\" cannot be copied to file \"$to\", cannot copy Phar meta-file in $path");
        if (self::isMagic_($to)) throw new UnexpectedValueException("file \"$from\" cannot be copied to file \"$to\", cannot copy to Phar meta-file in $path");
        $fault = phar_copy_($this->archive_, $from, $to);
        if ($fault !== null) throw new UnexpectedValueException($fault);
        $this->flush_();
        return true;
    }

    public function count(int $mode = COUNT_NORMAL): int { return $this->get_("count"); }

    // The entry with a name, which is one whatever it is named; null without one.
    #[Internal] private function entry_(string $name): ?int {
        $entry = phar_entry_($this->id_(), $name, false);
        return is_int($entry) ? $entry : null;
    }

    #[Internal] private function remove_(string $name): bool {
        $entry = in_array($name, $this->get_("names"), true) ? $this->entry_($name) : null;
        if ($entry === null) return false;
        phar_entry_set_($entry, "is_deleted", true);
        phar_entry_set_($entry, "released", true);
        return true;
    }

    public function delete(string $localName): true {
        $this->plain_("delete", 1, "localName", $localName);
        $this->guard_("Cannot write out phar archive, phar is read-only");
        if (!$this->remove_($localName)) {
            if (in_array($localName, $this->get_("names"), true)) return true;
            throw new BadMethodCallException("Entry $localName does not exist and cannot be deleted");
        }
        $this->flush_();
        return true;
    }

    #[Internal] private function guardMetadata_(): void {
        $this->guard_("Write operations disabled by the php.ini setting phar.readonly", BadMethodCallException::class);
    }

    public function delMetadata(): true {
        $this->guardMetadata_();
        if (!$this->get_("has_metadata")) return true;
        phar_set_($this->archive_, "metadata", null);
        phar_set_($this->archive_, "is_modified", true);
        $this->flush_();
        return true;
    }

    public function extractTo(string $directory, array|string|null $files = null, bool $overwrite = false): bool {
        $this->plain_("extractTo", 1, "directory", $directory);
        $path = $this->get_("path");
        if (!is_file($path)) throw new InvalidArgumentException("Invalid argument, $path cannot be found");
        if ($directory === "") throw new InvalidArgumentException("Invalid argument, extraction path must be non-zero length");
        if (strlen($directory) >= 4096) throw new InvalidArgumentException("Cannot extract to \"" . substr($directory, 0, 50) . "...\", destination directory is too long for filesystem");
        if (!file_exists($directory)) {
            if (!@mkdir($directory, 0777, true)) throw new RuntimeException("Unable to create path \"$directory\" for extraction");
        } else if (!is_dir($directory)) {
            throw new RuntimeException("Unable to use path \"$directory\" for extraction, it is a file, must be a directory");
        }
        if ($files === []) return false;
        foreach (is_array($files) ? $files : [$files] as $file) {
            if ($file !== null && !is_string($file)) throw new InvalidArgumentException("Invalid argument, array of filenames to extract contains non-string value");
            $this->extract_($directory, $file, $overwrite);
        }
        return true;
    }

    #[Internal] private function extract_(string $directory, ?string $file, bool $overwrite): void {
        $names = $this->get_("names");
        if ($file !== null) {
            $names = array_filter($names, fn($name) => str_ends_with($file, "/") && $file !== "" ? str_starts_with($name, $file) : $name === $file);
            if (!$names) throw new PharException("phar error: attempted to extract non-existent file or directory \"$file\" from phar \"{$this->get_("path")}\"");
        }
        foreach ($names as $name) {
            $fault = $this->extracted_($directory, $name, $overwrite);
            if ($fault !== null) throw new PharException("Extraction from phar \"{$this->get_("path")}\" failed: $fault");
        }
    }

    // Writes an entry below a directory: what went wrong.
    #[Internal] private function extracted_(string $directory, string $name, bool $overwrite): ?string {
        if (self::isMagic_($name)) return null;
        $entry = $this->entry_($name);
        if ($entry === null) return null;
        try {
            if (phar_entry_get_($entry, "is_mounted")) return null;
            $parts = [];
            foreach (explode("/", $name) as $part) {
                if ($part === "..") array_pop($parts);
                else if ($part !== "" && $part !== ".") $parts[] = $part;
            }
            if (!$parts) return "Cannot extract \"$name\", internal error";
            $full = $directory . "/" . implode("/", $parts);
            if (strlen($full) >= 4096) {
                $short = strlen($name) > 50 ? substr($name, 0, 50) . "..." : $name;
                return "Cannot extract \"$short\" to \"" . substr($full, 0, 50) . "...\", extracted filename is too long for filesystem";
            }
            if (!$overwrite && file_exists($full)) return "Cannot extract \"$name\" to \"$full\", path already exists";
            $isFolder = phar_entry_get_($entry, "is_folder");
            $mode = phar_entry_get_($entry, "flags") & 511;
            $folder = dirname($full);
            if (!file_exists($folder) && !@mkdir($folder, $isFolder ? $mode : 0777, true)) return "Cannot extract \"$name\", could not create directory \"$folder\"";
            // PHP: of a folder its parent is made.
            if ($isFolder) return null;
            $stream = @fopen($full, "w+b");
            if ($stream === false) return "Cannot extract \"$name\", could not open for writing \"$full\"";
            [$bytes, $fault] = phar_entry_bytes_($entry) + [1 => null];
            if ($bytes !== null) fwrite($stream, $bytes);
            fclose($stream);
            if ($bytes === null) return "Cannot extract \"$name\" to \"$full\", unable to open internal file pointer: $fault";
            chmod($full, $mode);
            return null;
        } finally {
            phar_entry_set_($entry, "released", true);
        }
    }

    public function getAlias(): ?string { return $this->get_("alias"); }
    public function getPath(): string { return $this->get_("path"); }

    public function getMetadata(array $unserializeOptions = []): mixed {
        $value = $this->get_("metadata_value");
        if ($value !== null && !$unserializeOptions) return $value;
        $text = $this->get_("metadata");
        return $text === null ? $value : unserialize($text, $unserializeOptions);
    }

    public function getModified(): bool { return $this->get_("is_modified"); }

    public function getSignature(): array|false {
        $hash = $this->get_("signature");
        return $hash === null ? false : ["hash" => $hash, "hash_type" => $this->get_("signature_name")];
    }

    public function getStub(): string {
        return $this->get_("stub") ?? throw new RuntimeException("Unable to read stub");
    }

    public function getVersion(): string { return $this->get_("version"); }
    public function hasMetadata(): bool { return $this->get_("has_metadata"); }
    public function isBuffering(): bool { return $this->get_("is_held"); }

    public function isCompressed(): int|false {
        $flags = $this->get_("flags");
        return $flags & 0x100000 ? 4096 : ($flags & 0x200000 ? 8192 : false);
    }

    public function isFileFormat(int $format): bool {
        $own = $this->get_("format");
        if ($format < 1 || $format > 3) throw new PharException("Unknown file format specified");
        return $own === $format;
    }

    public function isWritable(): bool {
        if (!$this->get_("is_writable")) return false;
        $perms = @fileperms($this->get_("path"));
        return $perms === false ? $this->get_("is_new") : ($perms & 0222) !== 0;
    }

    #[Internal] private function name_(string $method, mixed $name): string {
        if (!is_scalar($name) && !$name instanceof Stringable && $name !== null) throw new TypeError(self::class . "::$method(): Argument #1 (\$localName) must be of type string, " . get_debug_type($name) . " given");
        $name = (string)$name;
        $this->plain_($method, 1, "localName", $name);
        return $name;
    }

    public function offsetExists($localName): bool {
        $localName = $this->name_("offsetExists", $localName);
        $this->id_();
        $entry = $this->entry_($localName);
        if ($entry === null) return false;
        phar_entry_set_($entry, "released", true);
        return !self::isMagic_($localName);
    }

    public function offsetGet($localName): SplFileInfo {
        $localName = $this->name_("offsetGet", $localName);
        $entry = phar_entry_($this->id_(), $localName, false);
        if (!is_int($entry)) throw new BadMethodCallException("Entry $localName does not exist" . ($entry === null ? "" : ", $entry"));
        phar_entry_set_($entry, "released", true);
        $path = $this->get_("path");
        if ($localName === ".phar/stub.php") throw new BadMethodCallException("Cannot get stub \".phar/stub.php\" directly in phar \"$path\", use getStub");
        if ($localName === ".phar/alias.txt") throw new BadMethodCallException("Cannot get alias \".phar/alias.txt\" directly in phar \"$path\", use getAlias");
        if (self::isMagic_($localName)) throw new BadMethodCallException("Cannot directly get any files or directories in magic \".phar\" directory");
        $class = $this->infoClass_;
        return new $class("phar://$path/$localName");
    }

    public function offsetSet($localName, $value): void {
        $localName = $this->name_("offsetSet", $localName);
        $isStream = is_resource($value);
        if (!$isStream && !is_scalar($value) && !$value instanceof Stringable && $value !== null) {
            throw new TypeError(self::class . "::offsetSet(): Argument #2 (\$value) must be of type string, " . get_debug_type($value) . " given");
        }
        $this->guard_("Write operations disabled by the php.ini setting phar.readonly", BadMethodCallException::class);
        $path = $this->get_("path");
        if ($localName === ".phar/stub.php") throw new BadMethodCallException("Cannot set stub \".phar/stub.php\" directly in phar \"$path\", use setStub");
        if ($localName === ".phar/alias.txt") throw new BadMethodCallException("Cannot set alias \".phar/alias.txt\" directly in phar \"$path\", use setAlias");
        if (self::isMagic_($localName)) throw new BadMethodCallException("Cannot set any files or directories in magic \".phar\" directory");
        $this->put_($localName, $isStream ? stream_get_contents($value) : (string)$value, $isStream ? self::mode_($value) : -1);
    }

    public function offsetUnset($localName): void {
        $localName = $this->name_("offsetUnset", $localName);
        $this->guard_("Write operations disabled by the php.ini setting phar.readonly", BadMethodCallException::class);
        if ($this->remove_($localName)) $this->flush_();
    }

    #[Internal] private function guardStub_(string $what): void {
        if (!$this->get_("is_data")) return;
        throw new UnexpectedValueException("A Phar $what cannot be set in a plain " . ($this->get_("format") === 2 ? "tar" : "zip") . " archive");
    }

    #[Internal] private function alias_(string $alias): true {
        $this->guard_("Cannot write out phar archive, phar is read-only");
        $this->guardStub_("alias");
        if ($alias === $this->get_("alias")) return true;
        $fault = phar_set_($this->archive_, "alias", $alias);
        if ($fault === null) return true;
        $class = $fault[0] === "!" ? UnexpectedValueException::class : PharException::class;
        throw new $class(substr($fault, 1));
    }

    #[Internal] private function defaultStub_(?string $index = null, ?string $webIndex = null): true {
        $this->id_();
        $this->guardStub_("stub");
        $isOther = $this->get_("format") !== 1;
        if (($index !== null || $webIndex !== null) && $isOther) {
            $at = $index !== null ? "#1 (\$index)" : "#2 (\$webIndex)";
            throw new ValueError(self::class . "::setDefaultStub(): Argument $at must be null for a tar- or zip-based phar stub, string given");
        }
        if (!self::canWrite()) throw new UnexpectedValueException("Cannot change stub: phar.readonly=1");
        $this->flush_(PharException::class, $isOther ? null : self::stub_(UnexpectedValueException::class, $index, $webIndex), true);
        return true;
    }

    public function setMetadata(mixed $metadata): void {
        $this->guardMetadata_();
        $text = serialize($metadata);
        phar_set_($this->archive_, "metadata", $text);
        phar_set_($this->archive_, "metadata_value", $metadata);
        phar_set_($this->archive_, "is_modified", true);
        $this->flush_();
    }

    public function setSignatureAlgorithm(int $algo, ?string $privateKey = null): void {
        $this->guard_("Cannot set signature algorithm, phar is read-only");
        if (!in_array($algo, [1, 2, 3, 4, 16, 17, 18], true)) throw new UnexpectedValueException("Unknown signature algorithm specified");
        phar_set_($this->archive_, "signature_kind", $algo);
        phar_set_($this->archive_, "is_modified", true);
        $this->flush_();
    }

    public function setStub($stub, #[Unknown] int $length = 0): true {
        $this->guard_("Cannot change stub, phar is read-only");
        $this->guardStub_("stub");
        if (is_resource($stub)) {
            report_(E_DEPRECATED, "Calling " . self::class . "::setStub(resource \$stub, int \$length) is deprecated");
            $stub = func_num_args() > 1 && $length > 0 ? stream_get_contents($stub, $length) : stream_get_contents($stub);
            if ($stub === false) throw new PharException("unable to read resource to copy stub to new phar \"{$this->get_("path")}\"");
        } else if (!is_scalar($stub) && !$stub instanceof Stringable) {
            throw new TypeError(self::class . "::setStub(): Argument #1 (\$stub) must be of type string, " . get_debug_type($stub) . " given");
        } else if (func_num_args() > 1) {
            throw new ArgumentCountError(self::class . "::setStub() expects exactly 1 argument, 2 given");
        }
        $this->flush_(PharException::class, (string)$stub);
        return true;
    }

    public function startBuffering(): void { phar_set_($this->id_(), "is_held", true); }

    public function stopBuffering(): void {
        $this->guard_("Cannot write out phar archive, phar is read-only");
        phar_set_($this->archive_, "is_held", false);
        $this->flush_();
    }

    final public static function apiVersion(): string { return "1.1.1"; }
    final public static function canCompress(int $compression = 0): bool { return true; }

    final public static function canWrite(): bool {
        $text = strtolower((string)ini_get("phar.readonly"));
        return !(in_array($text, ["on", "yes", "true"], true) || (int)$text);
    }

    #[Internal] private static function stub_(string $class, ?string $index, ?string $web): string {
        if (strlen($index ?? "") > 400) throw new $class("Illegal filename passed in for stub creation, was " . strlen($index) . " characters long, and only 400 or less is allowed");
        if (strlen($web ?? "") > 400) throw new $class("Illegal web filename passed in for stub creation, was " . strlen($web) . " characters long, and only 400 or less is allowed");
        return phar_stub_($index ?? "index.php", $web ?? "index.php");
    }

    final public static function createDefaultStub(?string $index = null, ?string $webIndex = null): string {
        if (str_contains($index ?? "", "\0")) throw new ValueError(self::class . "::createDefaultStub(): Argument #1 (\$index) must not contain any null bytes");
        if (str_contains($webIndex ?? "", "\0")) throw new ValueError(self::class . "::createDefaultStub(): Argument #2 (\$webIndex) must not contain any null bytes");
        return self::stub_(PharException::class, $index, $webIndex);
    }

    final public static function getSupportedCompression(): array { return ["GZ", "BZIP2"]; }
    final public static function getSupportedSignatures(): array { return ["MD5", "SHA-1", "SHA-256", "SHA-512"]; }
    final public static function interceptFileFuncs(): void { phar_intercept_(); }

    final public static function isValidPharFilename(string $filename, bool $executable = true): bool {
        if (str_contains($filename, "\0")) throw new ValueError(self::class . "::isValidPharFilename(): Argument #1 (\$filename) must not contain any null bytes");
        return phar_is_name_($filename, $executable);
    }

    #[Internal] private static function outcome_(string|bool $outcome): bool {
        return is_bool($outcome) ? $outcome : throw new PharException($outcome);
    }

    final public static function loadPhar(string $filename, ?string $alias = null): bool {
        if (str_contains($filename, "\0")) throw new ValueError(self::class . "::loadPhar(): Argument #1 (\$filename) must not contain any null bytes");
        return self::outcome_(phar_load_($filename, $alias));
    }

    final public static function mapPhar(?string $alias = null, int $offset = 0): bool { return self::outcome_(phar_map_($alias)); }

    final public static function running(bool $returnPhar = true): string {
        $path = phar_running_();
        return $path === null ? "" : ($returnPhar ? "phar://$path" : $path);
    }

    final public static function mount(string $pharPath, string $externalPath): void {
        $fault = phar_mount_($pharPath, $externalPath);
        if ($fault !== null) throw new PharException($fault);
    }

    final public static function mungServer(array $variables): void {
        $all = "expecting an array of any of these strings: PHP_SELF, REQUEST_URI, SCRIPT_FILENAME, SCRIPT_NAME";
        if (!$variables) throw new PharException("No values passed to Phar::mungServer(), $all");
        if (count($variables) > 4) throw new PharException("Too many values passed to Phar::mungServer(), $all");
        foreach ($variables as $name) {
            if (!is_string($name)) throw new PharException("Non-string value passed to Phar::mungServer(), $all");
            phar_munged_(["PHP_SELF" => 1, "REQUEST_URI" => 2, "SCRIPT_NAME" => 4, "SCRIPT_FILENAME" => 8][$name] ?? 0);
        }
    }

    final public static function unlinkArchive(string $filename): true {
        if (str_contains($filename, "\0")) throw new ValueError(self::class . "::unlinkArchive(): Argument #1 (\$filename) must not contain any null bytes");
        $fault = $filename === "" ? "Unknown phar archive \"\"" : phar_unlink_($filename);
        if ($fault !== null) throw new PharException($fault);
        return true;
    }

    final public static function webPhar(?string $alias = null, ?string $index = null, ?string $fileNotFoundScript = null, array $mimeTypes = [], ?callable $rewrite = null): void {
        self::outcome_(phar_map_($alias));
        phar_web_($index ?? "", $fileNotFoundScript ?? "", $mimeTypes, $rewrite);
    }
}
