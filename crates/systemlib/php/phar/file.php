<?php
// A file or folder of an archive.

class PharFileInfo extends SplFileInfo {
    #[Internal] private int $entry_ = 0;

    public function __construct(string $filename) {
        if (str_contains($filename, "\0")) throw new ValueError("PharFileInfo::__construct(): Argument #1 (\$filename) must not contain any null bytes");
        if ($this->entry_) throw new BadMethodCallException("Cannot call constructor twice");
        $split = str_starts_with($filename, "phar://") ? phar_split_($filename) : null;
        if ($split === null) throw new RuntimeException("'$filename' is not a valid phar archive URL (must have at least phar://filename.phar)");
        [$path, $name] = $split;
        [$archive, $fault] = phar_find_($path);
        if ($archive === null) throw new RuntimeException("Cannot open phar file '$filename'" . ($fault === null ? "" : ": $fault"));
        $entry = phar_entry_($archive, $name, true);
        phar_use_($archive, -1);
        if (!is_int($entry)) throw new RuntimeException("Cannot access phar file entry '$name' in archive '$path'" . ($entry === null ? "" : ", $entry"));
        $this->entry_ = $entry;
        parent::__construct($filename);
    }

    public function __destruct() {
        if ($this->entry_) phar_entry_set_($this->entry_, "released", true);
        $this->entry_ = 0;
    }

    #[Internal] private function get_(string $what): mixed {
        return phar_entry_get_($this->entry_ ?: throw new BadMethodCallException("Cannot call method on an uninitialized PharFileInfo object"), $what);
    }

    #[Internal] private function isClosed_(): bool { return !Phar::canWrite() && !$this->get_("is_data"); }

    #[Internal] private function flush_(): void {
        $fault = phar_entry_set_($this->entry_, "flush", true);
        if ($fault !== null) throw new PharException($fault);
    }

    public function chmod(int $perms): void {
        [$name, $path] = [$this->get_("name"), $this->get_("path")];
        if ($this->get_("is_virtual")) throw new BadMethodCallException("Phar entry \"$name\" is a temporary directory (not an actual entry in the archive), cannot chmod");
        if ($this->isClosed_()) throw new PharException("Cannot modify permissions for file \"$name\" in phar \"$path\", write operations are prohibited");
        phar_entry_set_($this->entry_, "flags", $this->get_("flags") & ~511 | $perms & 0777);
        $this->flush_();
    }

    public function compress(int $compression): true {
        if ($this->get_("is_tar")) throw new BadMethodCallException("Cannot compress with Gzip compression, not possible with tar-based phar archives");
        if ($this->get_("is_folder")) throw new BadMethodCallException("Phar entry is a directory, cannot set compression");
        if ($this->isClosed_()) throw new BadMethodCallException("Phar is readonly, cannot change compression");
        if ($this->get_("is_deleted")) throw new BadMethodCallException("Cannot compress deleted file");
        if ($compression !== 4096 && $compression !== 8192) throw new BadMethodCallException("Unknown compression type specified");
        $flags = $this->get_("flags");
        if ($flags & $compression) return true;
        $this->check_($flags, $compression === 4096 ? "phar error: Cannot decompress bzip2-compressed file" : "phar error: Cannot decompress gzip-compressed file", $compression === 4096 ? " in order to compress with gzip" : " in order to compress with bzip2");
        phar_entry_set_($this->entry_, "flags", $flags & ~0xf000 | $compression);
        $this->flush_();
        return true;
    }

    #[Internal] private function check_(int $flags, string $text, string $tail): void {
        if (!($flags & 0xf000)) return;
        [$bytes, $fault] = phar_entry_bytes_($this->entry_) + [1 => null];
        if ($bytes === null) throw new BadMethodCallException("$text \"{$this->get_("name")}\" in phar \"{$this->get_("path")}\"$tail: $fault");
    }

    public function decompress(): true {
        if ($this->get_("is_folder")) throw new BadMethodCallException("Phar entry is a directory, cannot set compression");
        $flags = $this->get_("flags");
        if (!($flags & 0xf000)) return true;
        if ($this->isClosed_()) throw new BadMethodCallException("Phar is readonly, cannot decompress");
        if ($this->get_("is_deleted")) throw new BadMethodCallException("Cannot compress deleted file");
        $this->check_($flags, "Phar error: Cannot decompress " . ($flags & 4096 ? "gzip" : "bz2") . "-compressed file", "");
        phar_entry_set_($this->entry_, "flags", $flags & ~0xf000);
        $this->flush_();
        return true;
    }

    #[Internal] private function guard_(string $what): void {
        $this->get_("flags");
        if ($this->isClosed_()) throw new BadMethodCallException("Write operations disabled by the php.ini setting phar.readonly");
        if ($this->get_("is_virtual")) throw new BadMethodCallException("Phar entry is a temporary directory (not an actual entry in the archive), cannot $what metadata");
    }

    public function delMetadata(): true {
        $this->guard_("delete");
        if (!$this->get_("has_metadata")) return true;
        phar_entry_set_($this->entry_, "metadata", null);
        $this->flush_();
        return true;
    }

    public function getCompressedSize(): int { return $this->get_("packed_size"); }

    public function getCRC32(): int {
        if ($this->get_("is_folder")) throw new BadMethodCallException("Phar entry is a directory, does not have a CRC");
        if (!$this->get_("is_checked")) throw new BadMethodCallException("Phar entry was not CRC checked");
        return $this->get_("crc");
    }

    public function getContent(): string {
        if ($this->get_("is_folder")) throw new BadMethodCallException("phar error: Cannot retrieve contents, \"{$this->get_("name")}\" in phar \"{$this->get_("path")}\" is a directory");
        [$bytes, $fault] = phar_entry_bytes_($this->entry_) + [1 => null];
        if ($bytes === null) throw new BadMethodCallException("phar error: Cannot retrieve contents, \"{$this->get_("name")}\" in phar \"{$this->get_("path")}\": $fault");
        return $bytes;
    }

    public function getMetadata(array $unserializeOptions = []): mixed {
        $value = $this->get_("metadata_value");
        if ($value !== null && !$unserializeOptions) return $value;
        $text = $this->get_("metadata");
        return $text === null ? $value : unserialize($text, $unserializeOptions);
    }

    public function getPharFlags(): int { return $this->get_("flags") & ~(511 | 0xf000); }
    public function hasMetadata(): bool { return $this->get_("has_metadata"); }

    public function isCompressed(?int $compression = null): bool {
        $flags = $this->get_("flags");
        if ($compression === null || $compression === 9021976) return ($flags & 0xf000) !== 0;
        if ($compression !== 4096 && $compression !== 8192) throw new BadMethodCallException("Unknown compression type specified");
        return ($flags & $compression) !== 0;
    }

    public function isCRCChecked(): bool { return $this->get_("is_checked"); }

    public function setMetadata(mixed $metadata): void {
        $this->guard_("set");
        $text = serialize($metadata);
        phar_entry_set_($this->entry_, "metadata", $text);
        phar_entry_set_($this->entry_, "metadata_value", $metadata);
        $this->flush_();
    }
}
