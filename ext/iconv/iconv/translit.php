<?php
// Makes translit.rs of what the C library answers: php84 ext/iconv/iconv/translit.php > translit.rs

const TARGETS = ['ASCII', 'ISO-8859-1', 'ISO-8859-2', 'ISO-8859-3', 'ISO-8859-4', 'ISO-8859-5', 'ISO-8859-6', 'ISO-8859-7', 'ISO-8859-8',
    'ISO-8859-9', 'ISO-8859-10', 'ISO-8859-13', 'ISO-8859-14', 'ISO-8859-15', 'ISO-8859-16', 'CP1250', 'CP1251', 'CP1252', 'CP1253', 'CP1254',
    'CP1255', 'CP1256', 'CP1257', 'KOI8-R', 'KOI8-U', 'CP437', 'CP850', 'CP866', 'EUC-JP', 'EUC-KR', 'BIG5', 'EUC-CN'];

// What stands for each of the characters, the best first: that which a target takes of two that it has.
function stand_ins(array $characters): array {
    $all = [];
    foreach (TARGETS as $target) {
        $lines = iconv($target, 'UTF-8', iconv('UTF-8', "$target//TRANSLIT", implode("\n", $characters)));
        foreach (explode("\n", $lines) as $at => $text) {
            $is_same = $text === '?' || $text === $characters[$at] || @iconv('UTF-8', $target, $characters[$at]) !== false;
            // A target that has another character in the place of one of ASCII gives that.
            $is_other = preg_match('/^[\0-\x7f]*$/', $text) && $text !== ($all[mb_ord($characters[$at], 'UTF-8')]['ASCII'] ?? ($target === 'ASCII' ? $text : null));
            if (!$is_same && !$is_other) $all[mb_ord($characters[$at], 'UTF-8')][$target] = $text;
        }
    }
    foreach ($all as &$texts) {
        $is_before = fn ($one, $other) => array_any(array_keys($texts, $one), fn ($target) => @iconv('UTF-8', $target, $other) !== false);
        $sorted = array_values(array_unique($texts));
        usort($sorted, fn ($one, $other) => $is_before($other, $one) <=> $is_before($one, $other));
        $texts = $sorted;
    }
    ksort($all);
    return $all;
}

function rows(string $name, string $about, array $table): void {
    echo "\n/// $about\n#[rustfmt::skip]\npub const $name: &[(u32, &str)] = &[\n";
    $line = '   ';
    foreach ($table as $code => $texts) {
        foreach ($texts as $text) {
            $text = preg_replace_callback('/[^!-~\p{L}\p{N} ]|["\\\\]|[\p{M}]/u', fn ($found) => sprintf('\u{%x}', mb_ord($found[0], 'UTF-8')), $text);
            $row = sprintf(' (0x%x, "%s"),', $code, $text);
            if (mb_strlen($line . $row, 'UTF-8') > 100) { echo "$line\n"; $line = '   '; }
            $line .= $row;
        }
    }
    echo "$line\n];\n";
}

$tables = [];
foreach (['C', 'C.UTF-8'] as $locale) {
    setlocale(LC_CTYPE, $locale);
    $codes = array_filter(range(0x80, 0x2ffff), fn ($code) => $code >> 11 !== 0x1b);
    $tables[$locale] = stand_ins(array_values(array_map(fn ($code) => mb_chr($code, 'UTF-8'), $codes)));
}
$both = array_filter($tables['C'], fn ($texts, $code) => ($tables['C.UTF-8'][$code] ?? null) === $texts, ARRAY_FILTER_USE_BOTH);
echo <<<'R'
//! What stands for characters that an encoding lacks: several where the first is not in every encoding.
//!
//! tidy: table
//!
//! Facts of the C library that the reference runs on, made by `translit.php`.

R;
rows('EVERYWHERE', 'In every locale.', $both);
rows('IN_C', 'In the locale `C`.', array_diff_key($tables['C'], $both));
rows('IN_UTF8', 'In the locale `C.UTF-8`.', array_diff_key($tables['C.UTF-8'], $both));
