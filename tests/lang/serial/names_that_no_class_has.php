<?php
// The name of a class that no class can have ends the text.

foreach (['a-b', 'a b', '\\stdClass', 'a:b', "a\0b", 'class@anonymous', 'Good', "\x7f", "\x80", 'A\\B', '9'] as $name) {
    $length = strlen($name);
    foreach ([true, false] as $allowed) {
        $got = @unserialize("O:$length:\"$name\":0:{}", ['allowed_classes' => $allowed]);
        echo json_encode($name, JSON_INVALID_UTF8_SUBSTITUTE), ' ', get_debug_type($got), ' ', error_get_last()['message'] ?? '', "\n";
        error_clear_last();
    }
}
