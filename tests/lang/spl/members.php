<?php
// Methods of the library of collections that PHP's own tests leave out.

$words = new ArrayIterator(['b' => 'img12', 'a' => 'IMG10', 'c' => 'img2']);
foreach (['asort', 'ksort', 'natsort', 'natcasesort'] as $sort) {
    var_dump($words->$sort(), implode(' ', array_map(fn ($key, $word) => "$key=$word", array_keys($words->getArrayCopy()), $words->getArrayCopy())));
}
var_dump($words->asort(SORT_STRING | SORT_FLAG_CASE), array_key_first($words->getArrayCopy()));

$tree = new RecursiveArrayIterator([1, [2, 3], 4, [5, [6]]]);
$filter = new RecursiveCallbackFilterIterator($tree, fn ($value, $key, $all) => $all->hasChildren() || $value % 2);
$filter->rewind();
var_dump($filter->accept(), $filter->hasChildren());
foreach (new RecursiveIteratorIterator($filter) as $value) {
    echo $value, ' ';
}
$filter->rewind();
while ($filter->valid() && !$filter->hasChildren()) {
    $filter->next();
}
var_dump(iterator_to_array($filter->getChildren()));
$plain = new CallbackFilterIterator(new ArrayIterator([1, 2]), fn ($value) => $value > 1);
$plain->rewind();
var_dump($plain->accept(), $plain->current());

class Odd extends RecursiveFilterIterator
{
    public function accept(): bool { return $this->hasChildren() || $this->current() % 2 === 1; }
}
$odd = new Odd($tree);
$odd->rewind();
while (!$odd->hasChildren()) {
    $odd->next();
}
var_dump(get_class($odd->getChildren()), iterator_to_array($odd->getChildren()));

$cached = new RecursiveCachingIterator($tree, CachingIterator::CALL_TOSTRING & 0);
foreach ($cached as $value) {
    var_dump($cached->hasChildren());
}
$matched = new RecursiveRegexIterator(new RecursiveArrayIterator(['one', ['two', 'none'], 'on']), '/^o/');
$matched->rewind();
var_dump($matched->accept(), $matched->current(), iterator_to_array(new RegexIterator(new ArrayIterator(['a1', 'b', 'c3']), '/\d/')));
foreach (new RecursiveTreeIterator(new RecursiveArrayIterator(['a' => 1, 'b' => ['c' => 2]]), 0) as $key => $line) {
    echo "$key: $line\n";
}

$folder = sys_get_temp_dir() . '/spl-members-' . getmypid() . '-' . uniqid();
mkdir("$folder/inner", 0777, true);
file_put_contents("$folder/inner/file", "text\n");
$all = new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS);
foreach (new RecursiveIteratorIterator($all, RecursiveIteratorIterator::SELF_FIRST) as $entry) {
}
$inner = (new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS))->getChildren();
var_dump($all->getSubPath(), $inner->getSubPath(), $inner->getSubPathname(), count(new GlobIterator("$folder/*")));
$file = new SplFileObject("$folder/inner/file", 'r+');
var_dump($file->flock(LOCK_SH), $file->flock(LOCK_UN, $blocked), $blocked);
try {
    (new ReflectionClass('SplFileInfo'))->getMethod('_bad_state_ex')->invoke($file);
} catch (Throwable $e) {
    echo $e::class, ': ', $e->getMessage(), "\n";
}
unset($file, $all, $inner, $entry);
unlink("$folder/inner/file");
rmdir("$folder/inner");
rmdir($folder);

$fixed = SplFixedArray::fromArray([1, 2]);
var_dump(@$fixed->__wakeup(), $fixed->toArray());
$set = new SplObjectStorage;
$set->attach($one = new stdClass, 'one');
$set->attach(new stdClass);
var_dump($set->count(), $set->count(COUNT_RECURSIVE), $set->getHash($one) === spl_object_hash($one));
$queue = new SplPriorityQueue;
var_dump($queue->isCorrupted());

$token = new PhpToken(T_STRING, 'word', 3, 7);
var_dump((string) $token, $token->is(T_STRING), $token->is('word'), $token->is([T_OPEN_TAG, 'other']), $token->isIgnorable(), $token->__toString());
var_dump((new PhpToken(T_WHITESPACE, ' '))->isIgnorable());
var_dump(RoundingMode::cases()[0], count(RoundingMode::cases()), Random\IntervalBoundary::cases());
var_dump(strlen((new Random\Engine\Secure)->generate()), array_keys((new Random\Engine\Mt19937(1))->__debugInfo()));
try {
    hash_init('md5')->__unserialize([]);
} catch (Exception $e) {
    echo $e->getMessage(), "\n";
}
