<?php
// What stands for characters that an encoding lacks is the locale's.
$codes = array_filter(range(0x80, 0x2ffff), fn ($code) => $code >> 11 !== 0x1b);
$lines = implode("\n", array_map(mb_chr(...), $codes));
foreach (['C.UTF-8', 'C', 'POSIX'] as $locale) {
    echo "$locale\n";
    setlocale(LC_CTYPE, $locale);
    foreach (['é “ñ” – €½', 'Ǣ Ђ Ω ﬁ', "e\u{301}"] as $text) {
        foreach (['ASCII', 'ISO-8859-1', 'KOI8-R', 'ISO-8859-7'] as $target) {
            echo "$target: ", iconv($target, 'UTF-8', iconv('UTF-8', "$target//TRANSLIT", $text)), "\n";
        }
    }
    foreach (['ASCII', 'ISO-8859-1', 'ISO-8859-2', 'ISO-8859-7', 'ISO-8859-15', 'CP1250', 'CP1251', 'KOI8-R', 'KOI8-U'] as $target) {
        echo "$target: ", md5(iconv('UTF-8', "$target//TRANSLIT", $lines)), "\n";
    }
    echo iconv_mime_encode('Subject', 'é “ñ”', ['output-charset' => 'ASCII//TRANSLIT', 'input-charset' => 'UTF-8']), "\n";
}
