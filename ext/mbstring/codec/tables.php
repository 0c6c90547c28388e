<?php
// Writes the character tables of this folder with what the reference's mbstring answers:
// `php -d extension=mbstring tables.php`. `single.rs` holds the upper halves of the encodings with
// one byte a character; `tables/NAME.bin` the others: for each lead byte from 0x81 and each trail
// byte from 0x40 the code point as 16 bits, little-endian, 0 for none; then the characters that
// are encoded as something else than the first pair that means them: code point, pair.
const SINGLE = ['Windows-1251', 'Windows-1252', 'Windows-1254', 'ISO-8859-1', 'ISO-8859-2',
    'ISO-8859-3', 'ISO-8859-4', 'ISO-8859-5', 'ISO-8859-6', 'ISO-8859-7', 'ISO-8859-8',
    'ISO-8859-9', 'ISO-8859-10', 'ISO-8859-13', 'ISO-8859-14', 'ISO-8859-15', 'ISO-8859-16',
    'CP866', 'CP850', 'KOI8-R', 'KOI8-U', 'ArmSCII-8'];
const DOUBLE = ['sjis' => 'SJIS', 'cp932' => 'CP932', 'euc_jp' => 'EUC-JP', 'eucjp_win' => 'eucJP-win',
    'cp51932' => 'CP51932', 'euc_cn' => 'EUC-CN', 'cp936' => 'CP936', 'gb18030' => 'GB18030',
    'big5' => 'BIG-5', 'cp950' => 'CP950', 'euc_kr' => 'EUC-KR', 'uhc' => 'UHC'];

mb_substitute_character('none');
function code_point(string $bytes, string $encoding): int
{
    $text = mb_convert_encoding($bytes, 'UTF-32BE', $encoding);
    return strlen($text) === 4 ? unpack('N', $text)[1] : 0;
}

$rust = "//! Encodings with one byte a character: their upper halves.\n//!\n"
    . "//! tidy: table\n//!\n//! Made by `tables.php`. 0: no character.\n\n";
foreach (SINGLE as $encoding) {
    $name = strtoupper(str_replace('-', '_', $encoding));
    $rust .= "/// $encoding.\npub const $name: [u16; 128] = [\n";
    for ($byte = 128; $byte < 256; $byte++) {
        $rust .= ($byte % 8 === 0 ? '    ' : ' ')
            . sprintf('0x%04x,', code_point(chr($byte), $encoding))
            . ($byte % 8 === 7 ? "\n" : '');
    }
    $rust .= "];\n\n";
}
file_put_contents(__DIR__ . '/single.rs', rtrim($rust) . "\n");

/** The table of pairs behind $prefix. */
function pairs(string $encoding, string $prefix = ''): string
{
    $table = '';
    $meant = [];
    for ($lead = 0x81; $lead < 0xff; $lead++) {
        for ($trail = 0x40; $trail < 0xff; $trail++) {
            $code = code_point($prefix . chr($lead) . chr($trail), $encoding);
            $code = $code > 0xffff ? 0 : $code;
            $table .= pack('v', $code);
            $meant[$code] ??= $lead << 8 | $trail;
        }
    }
    for ($code = 0x80; $code < 0x10000; $code++) {
        if ($code >= 0xd800 && $code < 0xe000) {
            continue;
        }
        $bytes = mb_convert_encoding(mb_chr($code), $encoding, 'UTF-8');
        $starts = $prefix === '' || str_starts_with($bytes, $prefix);
        $bytes = $starts ? substr($bytes, strlen($prefix)) : '';
        $pair = strlen($bytes) === 2 ? unpack('n', $bytes)[1] : 0;
        if ($pair !== ($meant[$code] ?? 0)) {
            $table .= pack('vv', $code, $pair);
        }
    }
    return $table;
}

foreach (DOUBLE as $file => $encoding) {
    file_put_contents(__DIR__ . "/tables/$file.bin", pairs($encoding));
}
file_put_contents(__DIR__ . '/tables/jis_x_0212.bin', pairs('EUC-JP', "\x8f"));
