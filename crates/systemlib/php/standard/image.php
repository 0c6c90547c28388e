<?php
// Pictures: sizes in formats that hold others, and notes of the press in JPEG files.

function image_flash_compressed_(string $bytes): array|false {
    $body = @gzuncompress(substr($bytes, 8));
    return $body === false ? false : image_flash_($body, IMAGETYPE_SWC);
}

// The first codestream among the boxes of a JP2 file.
function image_jp2_(string $bytes, string $function): array|false {
    for ($at = 0; $at + 8 <= strlen($bytes); $at += $length) {
        $length = unpack("N", substr($bytes, $at, 4))[1];
        if ($length === 1) return false;
        if (substr($bytes, $at + 4, 4) === "jp2c") {
            $stream = substr($bytes, $at + 8);
            $size = strlen($stream) < 42 ? null : unpack("Nwidth/Nheight/x24/ncount", substr($stream, 8, 34));
            if ($size === null || $size["count"] > 256) return false;
            $bits = 0;
            for ($one = 0; $one < $size["count"]; $one++) $bits = max($bits, ord($stream[42 + 3 * $one] ?? "\0") + 1);
            return image_found_($size["width"], $size["height"], IMAGETYPE_JP2, ["bits" => $bits, "channels" => $size["count"]]);
        }
        if ($length < 8) break;
    }
    report_(E_WARNING, "$function(): JP2 file has no codestreams at root level");
    return false;
}

// The properties that the boxes of an AVIF file tell of its picture.
function image_avif_(string $bytes): array|false {
    $head = substr($bytes, 0, 1 << 16);
    $size = strpos($head, "ispe");
    if ($size === false || strlen($head) < $size + 16) return false;
    [, $width, $height] = unpack("N2", substr($head, $size + 8, 8));
    $found = [];
    $planes = strpos($head, "pixi");
    if ($planes !== false) {
        $count = ord($head[$planes + 8] ?? "\0");
        $alpha = str_contains($head, "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha") ? 1 : 0;
        $found = ["bits" => ord($head[$planes + 9] ?? "\0"), "channels" => $count + $alpha];
    }
    return image_found_($width, $height, IMAGETYPE_AVIF, $found);
}

function iptcparse(string $iptc_block): array|false {
    $end = strlen($iptc_block);
    $byte = fn (int $at) => ord($iptc_block[$at] ?? "\0");
    for ($at = 0; ($at += strcspn($iptc_block, "\x1c", $at)) < $end && !in_array($byte($at + 1), [1, 2], true); $at++);
    $found = [];
    while ($at < $end && $byte($at++) === 0x1c && $at + 4 < $end) {
        $key = sprintf("%d#%03d", $byte($at), $byte($at + 1));
        $at += 2;
        if ($byte($at) & 0x80) {
            if ($at + 6 >= $end) break;
            $length = unpack("N", substr($iptc_block, $at + 2, 4))[1];
            $at += 6;
        } else {
            $length = unpack("n", substr($iptc_block, $at, 2))[1];
            $at += 2;
        }
        if ($at + $length > $end) break;
        $found[$key][] = substr($iptc_block, $at, $length);
        $at += $length;
    }
    return $found ?: false;
}

// A JPEG file with notes behind its first marker of an application, and without those it had.
function iptcembed(string $iptc_data, string $filename, int $spool = 0): string|bool {
    if (str_contains($filename, "\0")) throw new ValueError('iptcembed(): Argument #2 ($filename) must not contain any null bytes');
    $bytes = @file_get_contents($filename);
    if ($bytes === false) {
        report_(E_WARNING, "iptcembed(): Unable to open $filename");
        return false;
    }
    if (!str_starts_with($bytes, "\xff\xd8")) return false;
    $room = strlen($iptc_data) + 29 + 1025 + (is_file($filename) ? strlen($bytes) : 0);
    $notes = $iptc_data . (strlen($iptc_data) & 1 ? "\0" : "");
    $notes = "\xff\xed" . pack("n", strlen($notes) + 28) . "Photoshop 3.0\08BIM\x04\x04\0\0\0\0" . pack("n", strlen($notes)) . $notes;
    $out = substr(iptc_spliced_($bytes, $notes), 0, $room);
    if ($spool > 0) echo $out;
    return $spool < 2 ? $out : true;
}

function iptc_spliced_(string $bytes, string $notes): string {
    $out = "\xff\xd8";
    $isWritten = false;
    for ($at = 2, $end = strlen($bytes); $at < $end;) {
        $start = $at;
        while ($at < $end && $bytes[$at] !== "\xff") $at++;
        while ($at < $end && $bytes[$at] === "\xff") $at++;
        $out .= substr($bytes, $start, $at - $start);
        if ($at >= $end) break;
        $marker = ord($bytes[$at++]);
        if ($marker === 0xd9) break;
        $length = unpack("n", substr($bytes, $at, 2) . "\0\0")[1];
        if ($marker === 0xed) return $out . substr($bytes, $at + $length + 1);
        $out .= chr($marker);
        if ($marker === 0xda) return $out . substr($bytes, $at);
        if ($isWritten && ($marker === 0xe0 || $marker === 0xe1)) continue;
        $out .= substr($bytes, $at, $length);
        $at += $length;
        if ($marker !== 0xe0 && $marker !== 0xe1) continue;
        $isWritten = true;
        $out .= $notes;
    }
    return $out;
}

// The header among the chunks of an IFF file.
function image_iff_(string $bytes): array|false {
    if (!in_array(substr($bytes, 8, 4), ["ILBM", "PBM "], true)) return false;
    for ($at = 12; $at + 8 <= strlen($bytes); $at += 8 + $size + ($size & 1)) {
        $size = unpack("N", substr($bytes, $at + 4, 4))[1];
        if (substr($bytes, $at, 4) !== "BMHD") continue;
        if ($size < 9 || strlen($bytes) < $at + 17) return false;
        $head = unpack("nwidth/nheight/x4/Cbits", substr($bytes, $at + 8, 9));
        $fits = $head["width"] > 0 && $head["height"] > 0 && $head["bits"] > 0 && $head["bits"] < 33;
        return $fits ? image_found_($head["width"], $head["height"], IMAGETYPE_IFF, ["bits" => $head["bits"]]) : false;
    }
    return false;
}
