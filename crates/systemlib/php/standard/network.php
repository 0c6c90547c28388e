<?php
// Names of the net, asked of its servers, and the log of the system.

final class Log_ {
    #[Internal] private static string $prefix_ = "php";
    #[Internal] private static int $flags_ = 0;
    #[Internal] private static int $facility_ = LOG_USER;

    #[Internal] public static function open_(string $prefix, int $flags, int $facility): void {
        [self::$prefix_, self::$flags_, self::$facility_] = [$prefix, $flags, $facility];
    }

    #[Internal] public static function write_(int $priority, string $line): void {
        $process = self::$flags_ & LOG_PID ? "[" . getmypid() . "]" : "";
        $text = self::$prefix_ . "$process: $line";
        if (self::$flags_ & LOG_PERROR) file_put_contents("php://stderr", "$text\n");
        $facility = $priority & ~7 ?: self::$facility_;
        $log = @stream_socket_client("udg:///dev/log");
        if ($log) fwrite($log, "<" . ($facility | $priority & 7) . ">" . date("M j H:i:s ") . $text);
    }

    // A line as the setting `syslog.filter` lets it through.
    #[Internal] public static function clean_(string $line): string {
        $filter = ini_get("syslog.filter");
        if ($filter === "all") return $line;
        $wanted = $filter === "ascii" ? '/[^\x20-\x7e]/' : ($filter === "raw" ? '/(?!)/' : '/[\x00-\x1f\x7f]/');
        return preg_replace_callback($wanted, fn ($found) => sprintf('\x%02x', ord($found[0])), $line);
    }
}

function openlog(string $prefix, int $flags, int $facility): true {
    Log_::open_($prefix, $flags, $facility);
    return true;
}

function closelog(): true { return true; }

function syslog(int $priority, string $message): true {
    if (ini_get("syslog.filter") === "raw") {
        Log_::write_($priority, $message);
        return true;
    }
    foreach (explode("\n", $message) as $line) Log_::write_($priority, Log_::clean_($line));
    return true;
}

final class Names_ {
    #[Internal] private const NUMBERS_ = ["A" => 1, "NS" => 2, "CNAME" => 5, "SOA" => 6, "PTR" => 12, "HINFO" => 13, "MX" => 15, "TXT" => 16, "AAAA" => 28, "SRV" => 33, "NAPTR" => 35, "A6" => 38, "ANY" => 255, "CAA" => 257];
    #[Internal] private const BITS_ = [DNS_A => "A", DNS_NS => "NS", DNS_CNAME => "CNAME", DNS_SOA => "SOA", DNS_PTR => "PTR", DNS_HINFO => "HINFO", DNS_CAA => "CAA", DNS_MX => "MX", DNS_TXT => "TXT", DNS_SRV => "SRV", DNS_NAPTR => "NAPTR", DNS_AAAA => "AAAA", DNS_A6 => "A6"];
    #[Internal] private string $answer_ = "";

    #[Internal] public static function number_(string $type): ?int { return self::NUMBERS_[strtoupper($type)] ?? null; }

    // The numbers of the types whose bits are set.
    #[Internal] public static function numbers_(int $bits): array {
        $numbers = [];
        foreach (self::BITS_ as $bit => $name) if ($bits & $bit) $numbers[] = self::NUMBERS_[$name];
        return $numbers;
    }

    // Asks the servers of the system; the records of the three sections of their answer.
    #[Internal] public function ask_(string $host, int $type): ?array {
        $name = "";
        foreach (explode(".", rtrim($host, ".")) as $label) $name .= chr(min(strlen($label), 63)) . substr($label, 0, 63);
        $query = pack("n6", $id = random_int(0, 0xffff), 0x100, 1, 0, 0, 0) . "$name\0" . pack("n2", $type, 1);
        preg_match_all('/^\s*nameserver\s+(\S+)/m', (string) @file_get_contents("/etc/resolv.conf"), $servers);
        foreach ($servers[1] as $server) {
            $server = str_contains($server, ":") ? "[$server]" : $server;
            $this->answer_ = $this->sent_("udp://$server:53", $query, false);
            if (strlen($this->answer_) > 2 && ord($this->answer_[2]) & 2) $this->answer_ = $this->sent_("tcp://$server:53", $query, true);
            if (strlen($this->answer_) >= 12 && unpack("n", $this->answer_)[1] === $id) return $this->read_();
        }
        return null;
    }

    #[Internal] private function sent_(string $place, string $query, bool $isWhole): string {
        $socket = @stream_socket_client($place, $code, $text, 5);
        if (!$socket) return "";
        stream_set_timeout($socket, 5);
        fwrite($socket, $isWhole ? pack("n", strlen($query)) . $query : $query);
        if (!$isWhole) return (string) fread($socket, 4096);
        $length = unpack("n", fread($socket, 2) . "\0\0")[1];
        return (string) stream_get_contents($socket, $length);
    }

    #[Internal] private function read_(): ?array {
        $counts = array_values(unpack("n5", substr($this->answer_, 2, 10)));
        if (($counts[0] & 15) !== 0) return ($counts[0] & 15) === 3 ? [[], [], []] : null;
        $at = 12;
        for ($questions = $counts[1]; $questions > 0; $questions--) {
            $this->name_($at);
            $at += 4;
        }
        $sections = [[], [], []];
        foreach ([0, 1, 2] as $section) {
            for ($count = $counts[2 + $section]; $count > 0 && $at < strlen($this->answer_); $count--) $sections[$section][] = $this->record_($at);
        }
        return $sections;
    }

    #[Internal] private function name_(int &$at): string {
        $labels = [];
        $jumps = 0;
        for ($place = $at, $end = null; ($length = ord($this->answer_[$place] ?? "\0")) !== 0;) {
            if ($length >= 0xc0) {
                $end ??= $place + 2;
                if (++$jumps > 64) break;
                $place = ($length & 0x3f) << 8 | ord($this->answer_[$place + 1] ?? "\0");
                continue;
            }
            $labels[] = substr($this->answer_, $place + 1, $length);
            $place += $length + 1;
        }
        $at = $end ?? $place + 1;
        return implode(".", $labels);
    }

    #[Internal] private function record_(int &$at): array {
        $host = $this->name_($at);
        $head = unpack("ntype/nclass/Nttl/nlength", substr($this->answer_, $at, 10) . str_repeat("\0", 10));
        $data = $at += 10;
        $at += $head["length"];
        $row = ["host" => $host, "class" => "IN", "ttl" => $head["ttl"], "type" => (string) array_search($head["type"], self::NUMBERS_, true)];
        $bytes = substr($this->answer_, $data, $head["length"]);
        return $row + $this->data_($head["type"], $bytes, $data) + ["number_" => $head["type"], "data_" => $bytes];
    }

    #[Internal] private function data_(int $type, string $bytes, int $at): array {
        $short = fn () => unpack("n", substr($this->answer_, ($at += 2) - 2, 2) . "\0\0")[1];
        $long = fn () => unpack("N", substr($this->answer_, ($at += 4) - 4, 4) . "\0\0\0\0")[1];
        switch ($type) {
            case 1: return ["ip" => inet_ntop($bytes)];
            case 28: return ["ipv6" => inet_ntop($bytes)];
            case 2: case 5: case 12: return ["target" => $this->name_($at)];
            case 6: return $this->authority_($at);
            case 13: return ["cpu" => $this->text_($at), "os" => $this->text_($at)];
            case 16:
                for ($texts = [], $end = $at + strlen($bytes); $at < $end;) $texts[] = $this->text_($at);
                return ["txt" => implode("", $texts), "entries" => $texts];
            case 257:
                $length = ord($bytes[1] ?? "\0");
                return ["flags" => ord($bytes[0] ?? "\0"), "tag" => substr($bytes, 2, $length), "value" => substr($bytes, 2 + $length)];
        }
        if ($type === 15) {
            $found = ["pri" => unpack("n", "$bytes\0\0")[1]];
            $at += 2;
            return $found + ["target" => $this->name_($at)];
        }
        if ($type === 33) {
            $found = unpack("npri/nweight/nport", str_pad($bytes, 6, "\0"));
            $at += 6;
            return $found + ["target" => $this->name_($at)];
        }
        return [];
    }

    #[Internal] private function text_(int &$at): string {
        $length = ord($this->answer_[$at] ?? "\0");
        $text = substr($this->answer_, $at + 1, $length);
        $at += $length + 1;
        return $text;
    }

    #[Internal] private function authority_(int $at): array {
        $names = ["mname" => $this->name_($at), "rname" => $this->name_($at)];
        return $names + unpack("Nserial/Nrefresh/Nretry/Nexpire/Nminimum-ttl", substr($this->answer_, $at, 20) . str_repeat("\0", 20));
    }
}

function dns_check_record(string $hostname, string $type = "MX"): bool {
    without_null_("dns_check_record", 1, "hostname", $hostname);
    if ($hostname === "") throw new ValueError('dns_check_record(): Argument #1 ($hostname) must not be empty');
    $number = Names_::number_($type) ?? throw new ValueError('dns_check_record(): Argument #2 ($type) must be a valid DNS record type');
    $found = (new Names_)->ask_($hostname, $number);
    return ($found[0] ?? []) !== [];
}

function checkdnsrr(string $hostname, string $type = "MX"): bool {
    without_null_("checkdnsrr", 1, "hostname", $hostname);
    if ($hostname === "") throw new ValueError('checkdnsrr(): Argument #1 ($hostname) must not be empty');
    $number = Names_::number_($type) ?? throw new ValueError('checkdnsrr(): Argument #2 ($type) must be a valid DNS record type');
    $found = (new Names_)->ask_($hostname, $number);
    return ($found[0] ?? []) !== [];
}

function dns_get_record(string $hostname, int $type = DNS_ANY, &$authoritative_name_servers = null, &$additional_records = null, bool $raw = false): array|false {
    without_null_("dns_get_record", 1, "hostname", $hostname);
    if ($raw && ($type < 1 || $type > 0xffff)) throw new ValueError('dns_get_record(): Argument #2 ($type) must be between 1 and 65535 when argument #5 ($raw) is true');
    if (!$raw && $type & ~(DNS_ALL | DNS_ANY) || $type === 0) throw new ValueError('dns_get_record(): Argument #2 ($type) must be a DNS_* constant');
    $numbers = $raw ? [$type] : ($type === DNS_ANY ? [255] : Names_::numbers_($type));
    $all = $servers = $additional = [];
    foreach ($numbers as $number) {
        $found = (new Names_)->ask_($hostname, $number);
        if ($found === null) {
            report_(E_WARNING, "dns_get_record(): A temporary server error occurred.");
            return false;
        }
        foreach ($found as $section => $rows) {
            foreach ($rows as $row) {
                if ($section === 0 && $number !== 255 && $row["number_"] !== $number) continue;
                $shown = $raw ? ["host" => $row["host"], "class" => "IN", "ttl" => $row["ttl"], "type" => $row["number_"], "data" => $row["data_"]] : array_diff_key($row, ["number_" => 0, "data_" => 0]);
                if ($section === 0) $all[] = $shown;
                elseif ($section === 1) $servers[] = $shown;
                else $additional[] = $shown;
            }
        }
    }
    $authoritative_name_servers = $servers;
    $additional_records = $additional;
    return $all;
}

function dns_get_mx(string $hostname, &$hosts, &$weights = null): bool {
    without_null_("dns_get_mx", 1, "hostname", $hostname);
    $hosts = $weights = [];
    foreach ((new Names_)->ask_($hostname, 15)[0] ?? [] as $row) {
        if ($row["number_"] !== 15) continue;
        $hosts[] = $row["target"];
        $weights[] = $row["pri"];
    }
    return $hosts !== [];
}

function getmxrr(string $hostname, &$hosts, &$weights = null): bool {
    without_null_("getmxrr", 1, "hostname", $hostname);
    return dns_get_mx($hostname, $hosts, $weights);
}
