<?php
// A directory of a script's wrapper is asked of once for whether it has children.
class Tree {
    public $context;
    private array $names = [];
    private array $all = [];
    public function url_stat($path, $flags) { echo "asked of $path, $flags\n"; return ['mode' => preg_match('~/l\w*$~', $path) && $flags & 1 ? 0120777 : (preg_match('~/[dl]\w*$~', $path) ? 040755 : 0100644)]; }
    public function dir_opendir($path) { echo "listed: $path\n"; $this->names = $this->all = substr_count($path, '/') > 3 ? ['f'] : ['d1', 'f1', 'l1', 'd2']; return true; }
    public function dir_readdir() { return array_shift($this->names) ?? false; }
    public function dir_rewinddir() { $this->names = $this->all; return true; }
    public function dir_closedir() { return true; }
}
stream_wrapper_register('tree', 'Tree');
foreach ([0, FilesystemIterator::FOLLOW_SYMLINKS] as $flags) {
    $tree = new RecursiveDirectoryIterator('tree://dir/a', FilesystemIterator::SKIP_DOTS | $flags);
    foreach (new RecursiveIteratorIterator($tree, RecursiveIteratorIterator::SELF_FIRST) as $path => $file) {
        echo "$path: ", var_export($file->isDir(), true), ' ', var_export($file->isLink(), true), "\n";
    }
}
