<?php
// What the functions of texts do with objects and with mail.

function mb_assign_(object $object, string $name, mixed $value): void { $object->$name = $value; }

function mb_send_mail(string $to, string $subject, string $message, array|string $additional_headers = [], ?string $additional_params = null): bool {
    mail_checked_("mb_send_mail", [$to, $subject, $message, $additional_headers, $additional_params]);
    $headers = is_array($additional_headers) ? mail_headers_($additional_headers) : trim($additional_headers);
    $given = mb_mail_headers_($headers);
    $charset = mb_get_info("mail_charset");
    $coding = mb_get_info("mail_body_encoding");
    $isBase64 = strcasecmp(mb_get_info("mail_header_encoding"), "BASE64") === 0;
    if (preg_match('/;[ \t]*charset[= ]+"?([^= "]+)/i', $given["content-type"] ?? "", $found)) {
        $charset = mb_mail_charset_($found[1]);
    }
    if (isset($given["content-transfer-encoding"])) {
        $coding = $given["content-transfer-encoding"];
        if (!in_array(strtolower($coding), ["base64", "7bit", "8bit"], true)) {
            report_(E_WARNING, "mb_send_mail(): Unsupported transfer encoding \"$coding\" - will be regarded as 8bit");
            $coding = "8bit";
        }
    }
    $end = ini_get("mail.mixed_lf_and_crlf") ? "\n" : "\r\n";
    $indent = strlen("Subject: [PHP-jp nnnnnnnn]$end");
    $subject = mb_encode_mimeheader($subject, $charset, $isBase64 ? "B" : "Q", $end, $indent);
    $lines = $headers === "" ? [] : [$headers];
    if (!isset($given["mime-version"])) $lines[] = "MIME-Version: 1.0";
    if (!isset($given["content-type"])) $lines[] = "Content-Type: text/plain; charset=" . mb_preferred_mime_name($charset);
    if (!isset($given["content-transfer-encoding"])) $lines[] = "Content-Transfer-Encoding: $coding";
    $message = mb_convert_encoding($message, $charset);
    $message = match (strtolower($coding)) {
        "base64" => rtrim(chunk_split(base64_encode($message)), "\r\n"),
        "7bit" => preg_replace('/[\x80-\xff]/', "?", $message),
        default => $message,
    };
    return mail_sent_("mb_send_mail", [$to, $subject, $message], implode($end, $lines), $additional_params ?? "");
}

/** The headers by their names in lower case, each on one line. */
function mb_mail_headers_(string $headers): array {
    $found = [];
    foreach (explode("\n", preg_replace('/\r?\n[ \t]+/', " ", $headers)) as $line) {
        if (preg_match('/^([^:\s]+)[ \t]*:(.*)$/', rtrim($line), $parts)) $found[strtolower($parts[1])] = trim($parts[2]);
    }
    return $found;
}

/** The encoding of a name, or ASCII. */
function mb_mail_charset_(string $name): string {
    foreach (mb_list_encodings() as $encoding) {
        $names = [$encoding, ...mb_encoding_aliases($encoding)];
        if (in_array(strtolower($name), array_map(strtolower(...), $names), true)) return $encoding;
    }
    report_(E_WARNING, "mb_send_mail(): Unsupported charset \"$name\" - will be regarded as ascii");
    return "ASCII";
}
