<?php
// The tokens of sources, for comparison. Reads frames from standard input: a decimal length, a line
// end, as many bytes of source. Writes for each source, by the first argument:
//   hash   one line: FNV-1a of the listing
//   list   a frame: the listing
//   count  nothing; at the end one line: seconds spent in token_get_all(), number of tokens
// The second argument `parse` asks for TOKEN_PARSE; then a source that is wrong has the listing
// `error`. A listing has for each token: id, line, position, text, with `,` between and a 0 byte behind.
error_reporting(0);
$mode = $argv[1];
$flags = ($argv[2] ?? '') === 'parse' ? TOKEN_PARSE : 0;
$seconds = 0.0;
$count = 0;

function listing(string $source): string
{
    global $flags;
    try {
        $tokens = PhpToken::tokenize($source, $flags);
    } catch (Error) {
        return 'error';
    }
    $listing = '';
    foreach ($tokens as $token) {
        $listing .= "$token->id,$token->line,$token->pos,$token->text\0";
    }
    return $listing;
}

while (($length = fgets(STDIN)) !== false) {
    $length = (int) $length;
    $source = $length > 0 ? stream_get_contents(STDIN, $length) : '';
    switch ($mode) {
        case 'hash':
            echo hash('fnv1a64', listing($source)), "\n";
            break;
        case 'list':
            $listing = listing($source);
            echo strlen($listing), "\n", $listing;
            break;
        case 'count':
            $fastest = INF;
            for ($round = 0; $round < 5; $round++) {
                $start = hrtime(true);
                $tokens = token_get_all($source);
                $fastest = min($fastest, hrtime(true) - $start);
            }
            $seconds += $fastest / 1e9;
            $count += count($tokens);
            break;
    }
}
if ($mode === 'count') {
    echo "$seconds $count\n";
}
