<?php
// Containers inside each other to any depth go with the outermost, and what others hold of them stays.
class Link
{
    public mixed $next = null;
    public array $marks = [];
}
function chain(int $length, string $kind): mixed
{
    $last = null;
    for ($i = 0; $i < $length; $i++) {
        $text = str_repeat('t', $i % 5 + 2);
        if ($kind === 'object') {
            $link = new Link();
            $link->next = $last;
            $link->marks = [$text, ['m' => $text]];
            $last = $link;
        } else {
            $last = $kind === 'list' ? [$text, $last, [$text]] : [$text . $i => $text, 'next' => $last, 7 => [$text]];
        }
    }
    return $last;
}
foreach (['object', 'list', 'dict'] as $kind) {
    foreach ([1, 23, 24, 25, 26, 60, 100000] as $length) {
        $before = memory_get_usage();
        $chain = chain($length, $kind);
        $kept = $kind === 'object' ? $chain->next?->next?->marks : ($chain[1][1][2] ?? $chain['next']['next'][7] ?? null);
        unset($chain);
        echo $kind, ' ', $length, ' ', json_encode($kept), ' ';
        unset($kept);
        gc_collect_cycles();
        echo memory_get_usage() - $before < 1 << 21 ? 'let go' : memory_get_usage() - $before, "\n";
    }
}
