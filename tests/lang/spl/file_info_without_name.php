<?php
// A file whose constructor was not called.
class Bare extends SplFileInfo { function __construct() {} }
$file = new Bare;
foreach (['getPath', 'getFilename', 'getPathname', 'getExtension', 'getBasename', 'getRealPath', 'isFile', 'getSize', 'isDir', 'getType', 'openFile', '__toString', 'getFileInfo', 'getPerms', 'isLink', 'getLinkTarget', 'isReadable'] as $method) {
    try {
        echo "$method ";
        var_dump($file->$method());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
