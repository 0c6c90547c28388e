<?php
$d = "/tmp/new7/w"; @mkdir($d); array_map('unlink', glob("$d/*"));
$p = new Phar("$d/x.phar");
$p['a.php'] = '<?php echo "in a ", __FILE__, "\n"; include "b/c.php";';
$p['b/c.php'] = '<?php echo "in c ", __DIR__, "\n"; return 5;';
$p->setStub('<?php Phar::mapPhar("al"); include "phar://al/a.php"; __HALT_COMPILER();');
foreach (new RecursiveIteratorIterator($p) as $n => $f) echo get_class($f), " $n ", $f->getSize(), "\n";
var_dump(count($p), $p->getSignature()['hash_type'], $p->getVersion());
echo file_get_contents("phar://$d/x.phar/b/c.php"), "\n";
