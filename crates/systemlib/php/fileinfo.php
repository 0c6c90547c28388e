<?php
// What files are. The database lies with the extension.

#[Internal]
class finfo {
    #[Internal] private int $database_ = 0;
    #[Internal] private int $flags_ = 0;

    public function __construct(int $flags = FILEINFO_NONE, ?string $magic_database = null) {
        if (str_contains($magic_database ?? "", "\0")) throw new ValueError("finfo::__construct(): Argument #2 (\$magic_database) must not contain any null bytes");
        $long = finfo_long_($magic_database);
        if ($long !== null) throw new Exception($long === "" ? "Constructor failed" : "finfo::__construct(): $long");
        $missing = finfo_missing_($magic_database);
        if ($missing !== null) throw new Exception("finfo::__construct($missing): Failed to open stream: No such file or directory");
        foreach (finfo_set_($this, $flags, $magic_database) as $note) throw new Exception("finfo::__construct(): $note");
    }

    // Opens a database; what is to be said of it.
    #[Internal] public function begin_(int $flags, ?string $database): array {
        if ($this->database_) finfo_end_($this->database_);
        $this->database_ = 0;
        if ($database !== null && $database !== "" && $database[0] !== "/") $database = getcwd() . "/" . $database;
        $notes = finfo_begin_($flags, $database === "" ? null : $database);
        $this->database_ = array_shift($notes) ?? 0;
        $this->flags_ = $flags;
        return $notes;
    }

    #[Internal] public function isOpen_(): bool { return $this->database_ !== 0; }

    #[Internal] private function id_(): int { return $this->database_ ?: throw new Error("Invalid finfo object"); }

    public function file(string $filename, int $flags = FILEINFO_NONE, $context = null): string|false { return $this->file_("finfo::file", 1, $filename, [$flags, $context]); }
    public function buffer(string $string, int $flags = FILEINFO_NONE, $context = null): string|false { return $this->buffer_("finfo::buffer", $string, $flags); }
    public function set_flags(int $flags): true { return $this->setFlags_("finfo::set_flags", $flags); }

    #[Internal] public function setFlags_(string $function, int $flags): bool {
        $fault = finfo_flags_($this->id_(), $flags);
        if ($fault !== null) {
            report_(E_WARNING, "$function(): $fault");
            return false;
        }
        $this->flags_ = $flags;
        return true;
    }

    #[Internal] public function buffer_(string $function, string $bytes, int $flags): string|false {
        $database = $this->id_();
        if ($flags) {
            $fault = finfo_flags_($database, $flags);
            if ($fault !== null) {
                report_(E_WARNING, "$function(): $fault");
                return false;
            }
        }
        [$answer, $fault] = finfo_look_($database, $bytes) + [1 => null];
        if ($flags) finfo_flags_($database, $this->flags_);
        if ($answer === null) report_(E_WARNING, "$function(): $fault");
        return $answer ?? false;
    }

    #[Internal] public function file_(string $function, int $at, string $filename, array $rest): string|false {
        $this->id_();
        if ($filename === "") throw new ValueError("$function(): Argument #$at (\$filename) must not be empty");
        if (str_contains($filename, "\0")) throw new TypeError("$function(): Argument #$at (\$filename) must not contain any null bytes");
        [$flags, $context] = $rest;
        if (!str_contains($filename, "://") && is_dir($filename)) return "directory";
        error_clear_last();
        $stream = $context === null ? @fopen($filename, "rb") : @fopen($filename, "rb", false, $context);
        if ($stream === false) {
            $text = error_get_last()["message"] ?? "fopen($filename): Failed to open stream";
            report_(E_WARNING, $function . substr($text, 5));
            return false;
        }
        $bytes = stream_get_contents($stream, 7 * 1024 * 1024);
        fclose($stream);
        return $this->buffer_($function, (string)$bytes, $flags);
    }

    #[Internal] private function uncloneable_(): void {}
}

// The absolute path of a database that is not there.
function finfo_missing_(?string $database): ?string {
    if ($database === null || $database === "") return null;
    if ($database[0] !== "/") $database = getcwd() . "/" . $database;
    return @file_exists($database) || @file_exists("$database.mgc") || ini_get("open_basedir") ? null : $database;
}

// Why the path of a database is too long; empty where nobody says it.
function finfo_long_(?string $database): ?string {
    if (strlen($database ?? "") < PHP_MAXPATHLEN) return null;
    return ini_get("open_basedir") ? "File name is longer than the maximum allowed path length on this platform (" . PHP_MAXPATHLEN . "): $database" : "";
}

function finfo_set_(finfo $finfo, int $flags, ?string $database): array { return $finfo->begin_($flags, $database); }

function finfo_open(int $flags = FILEINFO_NONE, ?string $magic_database = null): finfo|false {
    if (str_contains($magic_database ?? "", "\0")) throw new ValueError("finfo_open(): Argument #2 (\$magic_database) must not contain any null bytes");
    $long = finfo_long_($magic_database);
    if ($long !== null) {
        if ($long !== "") report_(E_WARNING, "finfo_open(): $long");
        return false;
    }
    $missing = finfo_missing_($magic_database);
    // PHP: the database and its compiled form are looked for.
    for ($form = 0; $missing !== null && $form < 2; $form++) report_(E_WARNING, "finfo_open($missing): Failed to open stream: No such file or directory");
    $finfo = (new ReflectionClass(finfo::class))->newInstanceWithoutConstructor();
    foreach (finfo_set_($finfo, $flags, $magic_database) as $note) report_(E_WARNING, "finfo_open(): $note");
    return $finfo->isOpen_() ? $finfo : false;
}

function finfo_close(finfo $finfo): bool { return true; }
function finfo_set_flags(finfo $finfo, int $flags): true { return $finfo->setFlags_("finfo_set_flags", $flags); }
function finfo_file(finfo $finfo, string $filename, int $flags = FILEINFO_NONE, $context = null): string|false { return $finfo->file_("finfo_file", 2, $filename, [$flags, $context]); }
function finfo_buffer(finfo $finfo, string $string, int $flags = FILEINFO_NONE, $context = null): string|false { return $finfo->buffer_("finfo_buffer", $string, $flags); }

function mime_content_type($filename): string|false {
    if (!is_string($filename) && !is_resource($filename)) throw new TypeError("mime_content_type(): Argument #1 (\$filename) must be of type resource|string, " . get_debug_type($filename) . " given");
    $finfo = (new ReflectionClass(finfo::class))->newInstanceWithoutConstructor();
    finfo_set_($finfo, FILEINFO_MIME_TYPE, null);
    if (!$finfo->isOpen_()) {
        report_(E_WARNING, "mime_content_type(): Failed to load magic database");
        return false;
    }
    if (is_string($filename)) return $finfo->file_("mime_content_type", 1, $filename, [0, null]);
    $at = ftell($filename);
    fseek($filename, 0);
    $bytes = stream_get_contents($filename, 7 * 1024 * 1024);
    fseek($filename, $at);
    return $finfo->buffer_("mime_content_type", (string)$bytes, 0);
}
