<?php
// What was found on the way to a file is remembered until a script deletes or renames something, or
// says so; what is not there is not.
$dir = sys_get_temp_dir() . '/real-paths-' . getmypid() . uniqid();
mkdir($dir);
$dir = realpath($dir);
touch("$dir/file");
mkdir("$dir/sub");
symlink('sub', "$dir/link");
symlink('nowhere', "$dir/broken");
touch("$dir/sub/deep");

function shown(string $dir): void
{
    $seen = [];
    foreach (realpath_cache_get() as $path => $row) {
        if (str_starts_with($path, "$dir/")) {
            $seen[substr($path, strlen($dir))] = [substr($row['realpath'], strlen($dir)), $row['is_dir']];
            $is_late = $row['expires'] > time() && $row['expires'] <= time() + 120;
            if (array_keys($row) !== ['key', 'is_dir', 'realpath', 'expires'] || !$is_late) {
                echo "an odd row\n";
            }
        }
    }
    ksort($seen);
    echo json_encode($seen, JSON_UNESCAPED_SLASHES), "\n";
}

clearstatcache(true);
var_dump(realpath_cache_size(), realpath_cache_get());
foreach (['/file', '/link/deep', '/link/../file', '/./sub//deep', '/sub/', '/none', '/broken', '/file/x', '/file/', '/file/..'] as $path) {
    $found = realpath($dir . $path);
    echo $path, ' ', $found === false ? 'nothing' : substr($found, strlen($dir)), "\n";
}
shown($dir);
chdir($dir);
var_dump(realpath('') === $dir, realpath('.') === $dir, realpath('sub/deep') === "$dir/sub/deep", realpath('/'), realpath('/..'));
clearstatcache(true);
realpath('/etc/../etc/passwd');
realpath('/etc/group');
var_dump(realpath_cache_size());
foreach (realpath_cache_get() as $path => ['key' => $key, 'is_dir' => $is_dir, 'realpath' => $real]) {
    var_dump($path, $key, $is_dir, $real);
}

realpath("$dir/sub/deep");
realpath("$dir/file");
shell_exec('rm ' . escapeshellarg("$dir/file"));
clearstatcache();
var_dump(realpath("$dir/file") === "$dir/file", file_exists("$dir/file"));
clearstatcache(true, "$dir/other");
var_dump(realpath("$dir/file") === "$dir/file");
clearstatcache(true, "$dir/file");
var_dump(realpath("$dir/file"));
shown($dir);
rename("$dir/sub", "$dir/moved");
shown($dir);
var_dump(realpath("$dir/link"), realpath("$dir/moved/deep") === "$dir/moved/deep");
unlink("$dir/moved/deep");
shown($dir);
file_put_contents("$dir/code.php", '<?php return 1;');
var_dump(include "$dir/moved/../code.php");
var_dump(isset(realpath_cache_get()["$dir/moved/../code.php"]));
chdir('/');
array_map('unlink', ["$dir/code.php", "$dir/link", "$dir/broken"]);
realpath($dir);
rmdir("$dir/moved");
shown(dirname($dir));
rmdir($dir);
