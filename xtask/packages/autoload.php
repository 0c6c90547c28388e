<?php
// Finds the classes of a suite: those that are mapped, those under a prefix in its own tree, all others
// where Debian's packages have them. Then includes files.
require_once __DIR__ . '/stand_ins.php';
return static function (array $prefixes, array $map, array $files): void {
    spl_autoload_register(static function (string $class) use ($prefixes, $map): void {
        $file = $map[strtolower($class)] ?? null;
        if ($file !== null) {
            require_once $file;
            return;
        }
        foreach ($prefixes as [$prefix, $folder]) {
            if (!str_starts_with($class, $prefix)) {
                continue;
            }
            $file = $folder . '/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
            if (is_file($file)) {
                require $file;
                return;
            }
        }
        $file = '/usr/share/php/' . strtr($class, '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
    });
    foreach ($files as $file) {
        require_once $file;
    }
};
