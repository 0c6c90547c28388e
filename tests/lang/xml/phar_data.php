<?php
// What archives of data have in common with those that run.

$base = sys_get_temp_dir() . '/phar-members-' . getmypid() . uniqid();
$data = new PharData("$base.tar");
$data['a.txt'] = 'one';
$data->addFromString('b/c.txt', 'two');
var_dump($data->count(), count($data), $data->copy('a.txt', 'd.txt'), $data['d.txt']->getContent());
var_dump($data->isCompressed(), $data->isWritable(), $data->isBuffering(), $data->getModified(), $data->hasMetadata());
$data->setMetadata(['key' => 'value']);
var_dump($data->getMetadata(), $data->hasMetadata(), $data->delMetadata(), $data->getVersion());
$data->startBuffering();
var_dump($data->isBuffering());
$data->stopBuffering();
foreach (['compressFiles', 'decompressFiles'] as $method) {
    try {
        var_dump($data->$method(Phar::GZ));
    } catch (Throwable $e) {
        echo $e::class, ': ', str_replace($base, '', $e->getMessage()), "\n";
    }
}
var_dump(PharData::apiVersion(), PharData::canCompress(), PharData::canWrite(), PharData::getSupportedCompression());
var_dump(PharData::getSupportedSignatures() === Phar::getSupportedSignatures(), in_array('SHA-256', Phar::getSupportedSignatures(), true));
var_dump(PharData::isValidPharFilename('x.tar', false), PharData::isValidPharFilename('x.phar'), PharData::running(), PharData::running(false));
var_dump(PharData::createDefaultStub('i.php') === Phar::createDefaultStub('i.php'));
var_dump(PharData::loadPhar("$base.tar", 'members.tar'), file_get_contents('phar://members.tar/a.txt'));
foreach ([fn () => PharData::mount('x', $base), fn () => PharData::mungServer([]), fn () => PharData::mungServer(['NONE']), fn () => PharData::mapPhar('x'), fn () => PharData::webPhar('x')] as $call) {
    try {
        var_dump($call());
    } catch (Throwable $e) {
        echo $e::class, ': ', str_replace($base, '', $e->getMessage()), "\n";
    }
}
var_dump(PharData::interceptFileFuncs());
unset($data);
var_dump(PharData::unlinkArchive("$base.tar"), file_exists("$base.tar"));
