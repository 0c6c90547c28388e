<?php
// Writes the character tables of this folder with what the reference's mbstring answers:
// `php -d extension=mbstring -d error_reporting=0 tables.php`. `single.rs` holds the upper halves
// of the encodings with one byte a character; `tables/NAME.bin` the others, as `table.rs` says.
const SINGLE = ['Windows-1251', 'Windows-1252', 'Windows-1254', 'ISO-8859-1', 'ISO-8859-2',
    'ISO-8859-3', 'ISO-8859-4', 'ISO-8859-5', 'ISO-8859-6', 'ISO-8859-7', 'ISO-8859-8',
    'ISO-8859-9', 'ISO-8859-10', 'ISO-8859-13', 'ISO-8859-14', 'ISO-8859-15', 'ISO-8859-16',
    'CP866', 'CP850', 'KOI8-R', 'KOI8-U', 'ArmSCII-8'];

// A plane: what is written before its pairs, what the table calls that, the first and last lead
// byte (0 and 0 when there is none), the first and last trail byte.
const SINGLES = ['', '', 0, 0, 0, 0xff];
const SHIFT_JIS = [SINGLES, ['', '', 0x81, 0xfc, 0x40, 0xfc]];
const EUC = [SINGLES, ['', '', 0xa1, 0xfe, 0xa1, 0xfe]];
const EUC_KANA = [...EUC, ["\x8e", "\x8e", 0, 0, 0xa1, 0xdf]];
const EUC_FULL = [...EUC_KANA, ["\x8f", "\x8f", 0xa1, 0xfe, 0xa1, 0xfe]];
// Of UTF-8 the characters from U+E000, as their numbers.
const PRIVATE_USE = [['', '', 0xe0, 0xf8, 0, 0xff]];
const WHOLE = [SINGLES, ['', '', 0x81, 0xfe, 0x40, 0xfe]];

// File: encoding, planes.
const DOUBLE = [
    'sjis' => ['SJIS', SHIFT_JIS],
    'cp932' => ['CP932', SHIFT_JIS],
    'sjis_win' => ['SJIS-win', []],
    'sjis_mac' => ['SJIS-mac', SHIFT_JIS],
    'sjis_2004' => ['SJIS-2004', SHIFT_JIS],
    'sjis_docomo' => ['SJIS-Mobile#DOCOMO', SHIFT_JIS],
    'sjis_kddi' => ['SJIS-Mobile#KDDI', SHIFT_JIS],
    'sjis_softbank' => ['SJIS-Mobile#SOFTBANK', SHIFT_JIS],
    'euc_jp' => ['EUC-JP', EUC_FULL],
    'eucjp_win' => ['eucJP-win', EUC_FULL],
    'euc_jp_2004' => ['EUC-JP-2004', EUC_FULL],
    'cp51932' => ['CP51932', EUC_KANA],
    'euc_cn' => ['EUC-CN', EUC],
    'euc_kr' => ['EUC-KR', EUC],
    'euc_tw' => ['EUC-TW', [...EUC, ["\x8e\xa2", "\x8e\xa2", 0xa1, 0xf2, 0xa1, 0xfe],
        ["\x8e\xae", "\x8e\xae", 0xa1, 0xe7, 0xa1, 0xfe]]],
    'cp936' => ['CP936', WHOLE],
    'gb18030' => ['GB18030', WHOLE],
    'gb18030_2022' => ['GB18030-2022', WHOLE],
    'big5' => ['BIG-5', WHOLE],
    'cp950' => ['CP950', WHOLE],
    'uhc' => ['UHC', WHOLE],
    'jis' => ['JIS', []],
    'iso_2022_jp' => ['ISO-2022-JP', []],
    'cp5022x' => ['CP50221', [["\e\$B", 'B', 0x21, 0x97, 0x21, 0x7e]]],
    'cp50220' => ['CP50220', []],
    'cp50222' => ['CP50222', []],
    'iso_2022_jp_ms' => ['ISO-2022-JP-MS', [["\e\$B", 'B', 0x21, 0x7e, 0x21, 0x7e]]],
    'iso_2022_jp_kddi' => ['ISO-2022-JP-MOBILE#KDDI', [["\e\$B", 'B', 0x21, 0x7e, 0x21, 0x7e]]],
    'iso_2022_jp_2004' => ['ISO-2022-JP-2004', []],
    'iso_2022_kr' => ['ISO-2022-KR', []],
    'hz' => ['HZ', []],
    'utf_8_docomo' => ['UTF-8-Mobile#DOCOMO', PRIVATE_USE],
    'utf_8_kddi_a' => ['UTF-8-Mobile#KDDI-A', PRIVATE_USE],
    'utf_8_kddi_b' => ['UTF-8-Mobile#KDDI-B', PRIVATE_USE],
    'utf_8_softbank' => ['UTF-8-Mobile#SOFTBANK', PRIVATE_USE],
];

// The table that stands behind another, and how its bytes are called there.
const BEHIND = ['sjis_win' => 'cp932', 'jis' => 'euc_jp', 'iso_2022_jp' => 'euc_jp',
    'cp5022x' => 'cp51932', 'cp50220' => 'cp5022x', 'cp50222' => 'cp5022x',
    'iso_2022_jp_ms' => 'cp51932', 'iso_2022_jp_kddi' => 'cp51932',
    'iso_2022_jp_2004' => 'euc_jp_2004', 'iso_2022_kr' => 'euc_kr', 'hz' => 'euc_cn'];
const SHIFTS = ["\e(J" => 'J', "\e(I" => 'I', "\e\$B" => 'B', "\e\$(D" => 'D', "\e\$(?" => '?',
    "\e\$(Q" => 'Q', "\e\$(P" => 'P', "\x0e" => 'S', '~{' => 'S'];

const BAD = 0x10fffd;
mb_substitute_character(BAD);

/** The characters of bytes; none when they are wrong. */
function code_points(string $bytes, string $encoding): array
{
    $codes = unpack('N*', mb_convert_encoding($bytes, 'UTF-32BE', $encoding)) ?: [];
    return in_array(BAD, $codes, true) ? [] : array_values($codes);
}

/** The bytes of characters, with shifts as the table calls them; empty when there are none. */
function bytes_of(array $codes, string $encoding): string
{
    $text = mb_convert_encoding(pack('N*', ...$codes), $encoding, 'UTF-32BE');
    $bytes = preg_replace('/^\e\$\)C/', '', $text);
    foreach ($encoding === 'HZ' ? ['~}'] : ["\e(B", "\x0f"] as $unshift) {
        $bytes = str_ends_with($bytes, $unshift) && strlen($bytes) > strlen($unshift)
            ? substr($bytes, 0, -strlen($unshift)) : $bytes;
    }
    if (preg_match('/^(SJIS|EUC|CP9|GB|BIG|UHC|CP5193|euc|UTF)/', $encoding)) {
        return $text;
    }
    foreach (SHIFTS as $shift => $name) {
        if (str_starts_with($bytes, $shift) && strlen($bytes) > strlen($shift)) {
            return $name . substr($bytes, strlen($shift));
        }
    }
    return $bytes;
}

function shifted(string $bytes, string $file): string
{
    $is_named = in_array(DOUBLE[$file][0], ['CP50220', 'CP50222', 'SJIS-win'], true);
    if ($is_named || $bytes === '' || strlen($bytes) === 1) {
        return $bytes;
    }
    [$kanji, $second] = match ($file) {
        'iso_2022_kr', 'hz' => ['S', ''],
        'iso_2022_jp' => ['B', ''],
        'iso_2022_jp_2004' => ['Q', 'P'],
        default => ['B', 'D'],
    };
    $low = fn ($bytes) => implode(array_map(fn ($b) => chr(ord($b) & 0x7f), str_split($bytes)));
    if ($bytes[0] === "\x8f" && $second === '') {
        return '';
    }
    return match ($bytes[0]) {
        "\x8e" => 'I' . $low(substr($bytes, 1)),
        "\x8f" => $second . $low(substr($bytes, 1)),
        default => $kanji . $low($bytes),
    };
}

function triple(int $code): string
{
    return substr(pack('V', $code), 0, 3);
}

function entry(array $codes, string $bytes): string
{
    return chr(count($codes)) . implode(array_map('triple', $codes)) . chr(strlen($bytes)) . $bytes;
}

/** Bytes by characters, as the files made so far and this one would encode; filled by table(). */
$encodes = [];

function table(string $file): string
{
    global $encodes;
    [$encoding, $planes] = DOUBLE[$file];
    $meant = [];
    foreach ($encodes[BEHIND[$file] ?? ''] ?? [] as $codes => $bytes) {
        $meant[$codes] = shifted($bytes, $file);
    }
    $is_behind = isset(BEHIND[$file]);
    $own = [];
    $table = chr(count($planes));
    $sequences = [];
    foreach ($planes as [$enter, $prefix, $first, $last, $from, $to]) {
        $table .= chr(strlen($prefix)) . $prefix . pack('C*', $first, $last, $from, $to);
        for ($lead = $first; $lead <= $last; $lead++) {
            for ($trail = $from; $trail <= $to; $trail++) {
                $pair = ($last === 0 ? '' : chr($lead)) . chr($trail);
                $is_number = $planes === PRIVATE_USE;
                $sent = $is_number ? mb_chr($lead << 8 | $trail) : $enter . $pair;
                $codes = code_points($sent, $encoding);
                $is_changed = !$is_number || $codes !== [$lead << 8 | $trail];
                if (!$is_changed) {
                    $codes = [];
                }
                if (!$is_number && $last !== 0 && $codes && $enter === '' && code_points(chr($lead), $encoding)) {
                    $codes = [];
                }
                $cell = match (true) {
                    !$codes => 0,
                    count($codes) === 1 && $codes[0] < 0x10000 => $codes[0],
                    default => 0xd800 + ($sequences[implode(',', $codes)] ??= count($sequences)),
                };
                $table .= pack('v', $cell);
                if ($codes) {
                    $own[implode(',', $codes)] ??= $is_number ? $sent : $prefix . $pair;
                }
            }
        }
    }
    if (!$is_behind) {
        $meant += $own;
    }
    $table .= pack('v', count($sequences));
    foreach ($sequences as $codes => $_) {
        $codes = explode(',', $codes);
        $table .= chr(count($codes)) . implode(array_map('triple', $codes));
    }
    $changes = '';
    $note = function (array $codes) use (&$meant, &$changes, $encoding, $file) {
        $bytes = bytes_of($codes, $encoding);
        if (count($codes) > 1) {
            $parts = array_map(fn ($code) => bytes_of([$code], $encoding), $codes);
            $is_apart = $bytes === implode($parts);
            if (isset(BEHIND[$file]) && strlen($bytes) > 3) {
                $is_apart = true;
            }
            if ($is_apart) {
                $bytes = '';
            }
        }
        $key = implode(',', $codes);
        if ($encoding === 'GB18030' && strlen($bytes) === 4) {
            return;
        }
        if ($encoding === 'GB18030-2022' && strlen($bytes) === 4) {
            $is_usual = bytes_of($codes, 'GB18030') === $bytes;
            if ($is_usual && !isset($meant[$key])) {
                return;
            }
        }
        // PHP: ISO-2022-KR writes numbers of characters that it lacks.
        $unmeant = match (true) {
            count($codes) > 1 => '',
            $encoding === 'ISO-2022-KR' && $codes[0] >= 0x2121 && $codes[0] <= 0x8080
                => 'S' . pack('n', $codes[0]),
            str_starts_with($encoding, 'UTF-8') => mb_chr($codes[0], 'UTF-8'),
            default => '',
        };
        if ($bytes !== ($meant[$key] ?? $unmeant)) {
            $changes .= entry($codes, $bytes);
            $meant[$key] = $bytes;
        }
    };
    foreach ([[1, 0xd800], [0xe000, 0x10000], [0x1f000, 0x20000], [0x20000, 0x30000],
        [0xf0000, 0xf0010], [0xfe000, 0xff000]] as [$from, $to]) {
        if ($encoding === 'GB18030' || $encoding === 'GB18030-2022') {
            $to = min($to, 0x10000);
        }
        for ($code = $from; $code < $to; $code++) {
            // Substitution of one that nothing stands for would look like a character.
            mb_substitute_character('none');
            $note([$code]);
            mb_substitute_character(BAD);
        }
    }
    mb_substitute_character('none');
    $pairs = array_map(fn ($codes) => array_map('intval', explode(',', $codes)),
        array_filter(array_keys($own), fn ($codes) => str_contains($codes, ',')));
    if ($encoding === 'CP50220') {
        for ($kana = 0xff61; $kana < 0xffa0; $kana++) {
            array_push($pairs, [$kana, 0xff9e], [$kana, 0xff9f]);
        }
    }
    if ($file === 'iso_2022_jp_kddi') {
        // PHP: the pairs of bytes that these are written as are read as other characters.
        $pairs[] = [0x23, 0x20e3];
        foreach (['JP', 'US', 'FR', 'DE', 'IT', 'GB', 'ES', 'RU', 'CN', 'KR'] as $flag) {
            $pairs[] = array_map(fn ($letter) => 0x1f1a5 + ord($letter), str_split($flag));
        }
    }
    array_walk($pairs, $note);
    mb_substitute_character(BAD);
    $encodes[$file] = $meant;
    return $table . $changes;
}

if (($argv[1] ?? "") !== "double") {
    $rust = "//! Encodings with one byte a character: their upper halves.\n//!\n"
        . "//! tidy: table\n//!\n//! Made by `tables.php`. 0: no character.\n\n";
    foreach (SINGLE as $encoding) {
        $name = strtoupper(str_replace('-', '_', $encoding));
        $rust .= "/// $encoding.\npub const $name: [u16; 128] = [\n";
        for ($byte = 128; $byte < 256; $byte++) {
            $rust .= ($byte % 8 === 0 ? '    ' : ' ')
                . sprintf('0x%04x,', code_points(chr($byte), $encoding)[0] ?? 0)
                . ($byte % 8 === 7 ? "\n" : '');
        }
        $rust .= "];\n\n";
    }
    file_put_contents(__DIR__ . '/single.rs', rtrim($rust) . "\n");
}
foreach (DOUBLE as $file => $_) {
    file_put_contents(__DIR__ . "/tables/$file.bin", $table = table($file));
    echo $file, ' ', strlen($table), "\n";
}

// A bit for each character of 16 bits, the lowest first, that texts seldom have: those for which
// detection would rather read a run of UTF-7 as ASCII.
$rare = str_repeat("\0", 0x2000);
for ($code = 0; $code < 0x10000; $code++) {
    $run = '+' . rtrim(base64_encode(pack('n', $code)), '=') . '-';
    $is_surrogate = $code >= 0xd800 && $code < 0xe000;
    if (!$is_surrogate && mb_detect_encoding($run, ['ASCII', 'UTF-7'], true) === 'ASCII') {
        $rare[$code >> 3] = chr(ord($rare[$code >> 3]) | 1 << ($code & 7));
    }
}
file_put_contents(__DIR__ . '/tables/rare.bin', $rare);
