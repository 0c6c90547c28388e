<?php
// Streams: filters of scripts, directories as objects, what a wrapper of a script is.

class php_user_filter {
    public string $filtername = "";
    public mixed $params = "";
    public $stream = null;

    /** @tentative-return-type */
    public function filter($in, $out, &$consumed, bool $closing): int { return PSFS_ERR_FATAL; }
    public function onCreate(): bool { return true; }
    public function onClose(): void {}
}

final class StreamBucket {
    public $bucket;
    public string $data;
    public int $datalen;
    public int $dataLength;
}

class Directory {
    public readonly string $path;
    public readonly mixed $handle;

    #[Internal] public static function of_(string $path, $handle): Directory {
        $directory = new self;
        $directory->path = $path;
        $directory->handle = $handle;
        return $directory;
    }

    #[Internal] private function handle_(string $method) {
        if (!isset($this->handle)) throw new Error("Unable to find my handle property");
        if (!is_resource($this->handle)) throw new TypeError("Directory::$method(): supplied resource is not a valid Directory resource");
        return $this->handle;
    }

    public function close(): void { closedir($this->handle_("close")); }
    public function rewind(): void { rewinddir($this->handle_("rewind")); }
    public function read(): string|false { return readdir($this->handle_("read")); }
}
