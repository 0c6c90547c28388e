<?php
// Who keeps sessions.

interface SessionHandlerInterface {
    /** @tentative-return-type */
    public function open(string $path, string $name): bool;
    /** @tentative-return-type */
    public function close(): bool;
    /** @tentative-return-type */
    public function read(string $id): string|false;
    /** @tentative-return-type */
    public function write(string $id, string $data): bool;
    /** @tentative-return-type */
    public function destroy(string $id): bool;
    /** @tentative-return-type */
    public function gc(int $max_lifetime): int|false;
}

interface SessionIdInterface {
    /** @tentative-return-type */
    public function create_sid(): string;
}

interface SessionUpdateTimestampHandlerInterface {
    /** @tentative-return-type */
    public function validateId(string $id): bool;
    /** @tentative-return-type */
    public function updateTimestamp(string $id, string $data): bool;
}

class SessionHandler implements SessionHandlerInterface, SessionIdInterface {
    /** @tentative-return-type */
    public function open(string $path, string $name): bool { return session_files_("open", $path, $name); }
    /** @tentative-return-type */
    public function close(): bool { return session_files_("close"); }
    /** @tentative-return-type */
    public function read(string $id): string|false { return session_files_("read", $id); }
    /** @tentative-return-type */
    public function write(string $id, string $data): bool { return session_files_("write", $id, $data); }
    /** @tentative-return-type */
    public function destroy(string $id): bool { return session_files_("destroy", $id); }
    /** @tentative-return-type */
    public function gc(int $max_lifetime): int|false { return session_files_("gc", $max_lifetime); }
    /** @tentative-return-type */
    public function create_sid(): string { return session_files_("create_sid"); }
}
