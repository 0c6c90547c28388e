<?php
// Upper, lower and title case of texts with and without letters of ASCII.
$texts = ['größe und länge', "o'neill ﬁne straße", 'ΟΔΥΣΣΕΥΣ ΣΑΣ. Σ', 'ǆ ǅ ნანა ŉ İı', "bad \xff\xc3 byte ÄÖ", "\xed\xa0\x80a\u{10ffff}z", '', 'plain TEXT 123', "x\u{ad}Y a·B l’été"];
foreach ($texts as $text) {
    foreach (range(MB_CASE_UPPER, MB_CASE_FOLD_SIMPLE) as $mode) {
        echo bin2hex(mb_convert_case($text, $mode, 'UTF-8')), "\n";
    }
    echo bin2hex(mb_strtoupper($text)), ' ', bin2hex(mb_strtolower($text)), ' ', mb_strlen($text), "\n";
    echo bin2hex(mb_substr($text, 1, 3)), ' ', bin2hex(mb_convert_encoding($text, 'UTF-16BE', 'UTF-8')), "\n";
}
