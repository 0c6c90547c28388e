<?php
// Mail, by the program that the settings name.

function mail(string $to, string $subject, string $message, array|string $additional_headers = [], string $additional_params = ""): bool {
    mail_checked_("mail", [$to, $subject, $message, $additional_headers, $additional_params]);
    $headers = is_array($additional_headers) ? mail_headers_($additional_headers) : rtrim($additional_headers, " \t\r\n\x0b\0");
    return mail_sent_("mail", [$to, mail_line_($subject), $message], $headers, $additional_params);
}

/** Refuses NUL in what a function of mail is given. */
function mail_checked_(string $function, array $arguments): void {
    foreach ($arguments as $at => $value) {
        if (is_string($value) && str_contains($value, "\0")) {
            $name = ["to", "subject", "message", "additional_headers", "additional_params"][$at];
            throw new ValueError("$function(): Argument #" . ($at + 1) . " (\$$name) must not contain any null bytes");
        }
    }
}

/** The text on one line. */
function mail_line_(string $text): string {
    $text = preg_replace('/\r\n[ \t]+/', " ", rtrim($text));
    return preg_replace('/[\x00-\x1f\x7f]/', " ", $text);
}

/** Sends a mail: whom to, its subject and its text. */
function mail_sent_(string $function, array $mail, string $headers, string $additional_params): bool {
    [$to, $subject, $message] = $mail;
    $to = mail_line_($to);
    $end = ini_get("mail.mixed_lf_and_crlf") ? "\n" : "\r\n";
    $log = ini_get("mail.log");
    if ($log) {
        $line = date("[d-M-Y H:i:s e] ") . "mail() on [" . (get_included_files()[0] ?? "") . ":0]: To: $to -- Headers: " . strtr($headers, "\r\n", "  ") . " -- Subject: $subject\n";
        @file_put_contents($log, $line, FILE_APPEND);
    }
    if (ini_get("mail.add_x_header")) $headers = "X-PHP-Originating-Script: " . getmyuid() . ":" . basename(get_included_files()[0] ?? "") . ($headers === "" ? "" : $end . $headers);
    if ($headers !== "" && preg_match('/(?<!\r)\n(?![ \t])|\r(?!\n)|\r\n\r\n|\n\n|^[\s]|^[^:]*$/', $headers) && preg_match('/\n\s*\n|\r\r|^[\x00-\x20:]/', $headers)) {
        report_(E_WARNING, "$function(): Multiple or malformed newlines found in additional_header");
        return false;
    }
    $command = ini_get("sendmail_path") ?: "/usr/sbin/sendmail -t -i";
    $forced = ini_get("mail.force_extra_parameters");
    if ($forced) $command .= " " . escapeshellcmd($forced);
    elseif ($additional_params !== "") $command .= " " . escapeshellcmd($additional_params);
    $pipe = popen($command, "w");
    if ($pipe === false) {
        report_(E_WARNING, "$function(): Could not execute mail delivery program '$command'");
        return false;
    }
    @fwrite($pipe, "To: $to{$end}Subject: $subject$end" . ($headers === "" ? "" : $headers . $end) . "$end$message$end");
    $status = pclose($pipe);
    if ($status !== 0 && $status !== 75) {
        if ($status === 127) report_(E_WARNING, "$function(): Sendmail exited with non-zero exit code $status");
        return false;
    }
    return true;
}

function mail_headers_(array $headers): string {
    $lines = [];
    $check = function (string|int $name, mixed $value) use (&$lines) {
        if (!is_string($name)) throw new TypeError("Header name cannot be numeric, $name given");
        if (!preg_match('/^[\x21-\x39\x3b-\x7e]+$/D', $name)) throw new ValueError("Header name \"$name\" contains invalid characters");
        if (!is_string($value)) throw new TypeError("Header \"$name\" must be of type array|string, " . get_debug_type($value) . " given");
        if (str_contains($value, "\0")) throw new ValueError("Header \"$name\" contains NULL character that is not allowed in the header");
        if (preg_match('/\r(?!\n)/', $value)) throw new ValueError("Header \"$name\" contains CR character that is not allowed in the header");
        if (preg_match('/(?<!\r)\n/', $value)) throw new ValueError("Header \"$name\" contains LF character that is not allowed in the header");
        if (preg_match('/\r\n(?![ \t])/', $value)) throw new ValueError("Header \"$name\" contains CRLF characters that are used as a line separator and are not allowed in the header");
        $lines[] = "$name: $value";
    };
    $single = ["orig-date", "from", "sender", "reply-to", "to", "bcc", "cc", "message-id", "references", "subject"];
    foreach ($headers as $name => $value) {
        if (!is_array($value)) {
            $check($name, $value);
            continue;
        }
        if (in_array(strtolower($name), $single, true)) throw new TypeError("Header \"$name\" must be of type string, array given");
        foreach ($value as $key => $one) {
            if (is_string($key)) throw new TypeError("Header \"$name\" must only contain numeric keys, \"$key\" found");
            if (!is_string($one)) throw new TypeError("Header \"$name\" must only contain values of type string, " . get_debug_type($one) . " found");
            $check($name, $one);
        }
    }
    return implode("\r\n", $lines);
}
