<?php
// What the head of an image says is whole, and what is wrong with it is said in the function's name.
function measured(string $input): ?string {
    $told = null;
    set_error_handler(function (int $level, string $text) use (&$told): bool {
        $isOwn = str_starts_with($text, "getimagesizefromstring(): ");
        if (error_reporting() & $level && !$isOwn) $told = $text;
        return true;
    });
    $info = null;
    $found = getimagesizefromstring($input, $info);
    restore_error_handler();
    if ($told !== null) return $told;
    if ($found !== false) {
        [$width, $height, $type, $words] = $found;
        $isWhole = $words === sprintf('width="%d" height="%d"', $width << 32 >> 32, $height << 32 >> 32);
        if (!$isWhole || image_type_to_mime_type($type) !== $found["mime"]) return print_r($found, true);
    }
    foreach ((array) $info as $segment) {
        if (strlen($segment) > strlen($input)) return "more than there is";
        iptcparse($segment);
    }
    iptcparse($input);
    return null;
}
