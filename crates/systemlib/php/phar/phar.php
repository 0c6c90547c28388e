<?php
// Archives that run, and archives of data.

class PharException extends Exception {
}

class Phar extends RecursiveDirectoryIterator implements Countable, ArrayAccess {
    use PharArchive_;

    const int BZ2 = 8192;
    const int GZ = 4096;
    const int NONE = 0;
    const int PHAR = 1;
    const int TAR = 2;
    const int ZIP = 3;
    const int COMPRESSED = 61440;
    const int PHP = 0;
    const int PHPS = 1;
    const int MD5 = 1;
    const int OPENSSL = 16;
    const int OPENSSL_SHA256 = 17;
    const int OPENSSL_SHA512 = 18;
    const int SHA1 = 2;
    const int SHA256 = 3;
    const int SHA512 = 4;

    public function __construct(string $filename, int $flags = FilesystemIterator::SKIP_DOTS | FilesystemIterator::UNIX_PATHS, ?string $alias = null) {
        $this->begin_($filename, $flags, $alias, false, 0);
    }

    public function setAlias(string $alias): true { return $this->alias_($alias); }

    public function setDefaultStub(?string $index = null, ?string $webIndex = null): true {
        return $this->defaultStub_($index, $webIndex);
    }

    public function compress(int $compression, ?string $extension = null): ?Phar { return $this->compressWhole_($compression, $extension); }
    public function decompress(?string $extension = null): ?Phar { return $this->decompressWhole_($extension); }
}

class PharData extends RecursiveDirectoryIterator implements Countable, ArrayAccess {
    use PharArchive_;

    public function __construct(string $filename, int $flags = FilesystemIterator::SKIP_DOTS | FilesystemIterator::UNIX_PATHS, ?string $alias = null, int $format = 0) {
        $this->begin_($filename, $flags, $alias, true, $format);
    }

    public function setAlias(string $alias): bool { return $this->alias_($alias); }

    public function setDefaultStub(?string $index = null, ?string $webIndex = null): bool {
        return $this->defaultStub_($index, $webIndex);
    }

    public function compress(int $compression, ?string $extension = null): ?PharData { return $this->compressWhole_($compression, $extension); }
    public function decompress(?string $extension = null): ?PharData { return $this->decompressWhole_($extension); }
}
