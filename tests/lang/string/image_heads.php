<?php
// What getimagesizefromstring() tells of heads that are odd or end early.
set_error_handler(function (int $level, string $text): bool { echo "  ", addcslashes($text, "\0..\37\177..\377"), "\n"; return true; });
$entry = fn (int $width, int $bits) => pack("CCCCvvVV", $width, 0, 0, 0, 1, $bits, 0, 0);
$tiff = "II*\0" . pack("Vv", 8, 2) . pack("vvVvv", 0x100, 3, 1, 17, 0) . pack("vvVV", 0x101, 4, 1, 19);
$code = "\xff\x4f\xff\x51" . pack("n2", 47, 0) . pack("N8", 40, 30, 1, 2, 40, 30, 0, 0);
$heads = [
    "", "GI", "8", "RIFF\1", "\x89P\0G", "FORM", "II*\0", "B:xx", "\xfeabc", "abcdefghijklmnop",
    "\x89PNG\n\x1a\n\0\0\0\0", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR" . pack("NNC", 1, 0xff000001, 8),
    "GIF89a" . pack("vvC", 5, 6, 0) . "\0\0", "GIF89a" . pack("vvC", 5, 6, 0x91) . "\0\0",
    "BM" . str_repeat("\0", 12) . pack("Vv4V", 12, 7, 8, 1, 24, 0), "BM" . str_repeat("\0", 12) . pack("V6", 41, 7, -8, 0x180001, 0, 0), "BM" . str_repeat("\0", 12) . pack("V6", 100, 7, 8, 1, 0, 0),
    "8BPX" . str_repeat("\0", 10) . pack("NN", 3, 4), "RIFFxxxxWEBPVP8Y" . str_repeat("\1", 20), "RIFFxxxxWEBXVP8X" . str_repeat("\1", 20),
    "FWS\5" . str_repeat("\0", 30), $tiff, $tiff . "\0\0\0\0",
    "\0\0\1\0", "\0\0\1\0\0\0", "\0\0\1\0\2\0" . $entry(16, 8) . $entry(0, 32), "\0\0\1\0\2\0" . $entry(16, 0), "\0\0\1\0\2\0abc", "\0\0\1\0\0\2" . $entry(1, 1),
    $code . pack("n", 0) . "\0", $code . pack("n", 3) . str_repeat("\7\1\1", 3), $code . pack("n", 257),
    "\0\0\x81\0\x20", "\0\x80\0\5\6", "\0\0\0\5", "\0\0\x90\1\5abcdefghi",
    "#define width 3\n#define a_height 4\n", "#define a_height 4\n#define a_width 3\n", "#define awidth 3\n#define aheight 4\n",
];
foreach ($heads as $head) echo json_encode(getimagesizefromstring($head)), "\n";
