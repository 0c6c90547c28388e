<?php
// Keys of files, interfaces to networks, words of pages about themselves.

var_dump(ftok('/proc', 'a') === (fileinode('/proc') & 0xffff | (stat('/proc')['dev'] & 0xff) << 16 | ord('a') << 24));
var_dump(ftok('/proc', "\xff") < 0);

$loop = net_get_interfaces()['lo'];
var_dump(array_keys($loop), $loop['up']);
foreach ($loop['unicast'] as $row) {
    if ($row['family'] === 2) {
        unset($row['flags']);
        var_dump($row);
    }
}

$file = tempnam(sys_get_temp_dir(), 'meta');
$pages = [
    "<html><head>\n<meta name=\"Author\" content=\"name\">\n<meta name='key words.x' content='a b' >\n"
        . "<META CONTENT=x NAME=a.b:c>\n<meta name=\"alone\">\n<meta content=only>\n<meta name=it's content=\"don't\">\n"
        . "<meta name=\"cut\" content=\"a<b>\n</head><meta name=late content=no>\n",
    '<meta name=a content=b>',
    "<meta name=a content=b>\n",
    "<meta name=7 content='\n'>\n<meta name= content=>\n<metas name=b content=c>\n<a name=b content=d>\n",
    '',
];
foreach ($pages as $page) {
    file_put_contents($file, $page);
    var_dump(get_meta_tags($file));
}
unlink($file);
var_dump(@get_meta_tags('/no/such/page'), error_get_last()['message']);
try {
    get_meta_tags("a\0b");
} catch (ValueError $e) {
    echo $e->getMessage(), "\n";
}
