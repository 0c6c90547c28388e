<?php
// Files of settings: parse_ini_file, parse_ini_string.

final class SettingsError_ extends Exception {
    public function __construct(public string $found, public string $wanted = "") {}
}

// A reader of settings: what stands where is PHP's, token for token.
final class Settings_ {
    private const ON = ["true", "on", "yes"];
    private const OFF = ["false", "off", "no", "none"];
    private int $at = 0;
    private int $line = 1;
    private int $end;
    private array $all = [];
    private ?string $section = null;

    public function __construct(private string $text, private int $mode, private bool $sections) {
        $this->end = strlen($text);
    }

    // What the text says; `$where` is for warnings.
    public static function read(string $text, bool $sections, int $mode, string $where): array|false {
        if ($mode < INI_SCANNER_NORMAL || $mode > INI_SCANNER_TYPED) {
            report_(E_WARNING, "Invalid scanner mode");
            return false;
        }
        $reader = new self($text, $mode, $sections);
        try {
            while ($reader->statement());
            return $reader->all;
        } catch (SettingsError_ $error) {
            $wanted = $error->wanted === "" ? "" : ", expecting $error->wanted";
            report_(E_WARNING, "syntax error, unexpected $error->found$wanted in $where on line $reader->line\n");
            return false;
        }
    }

    private function find(string $pattern): ?string {
        if (!preg_match("/$pattern/A", $this->text, $found, 0, $this->at)) return null;
        $this->at += strlen($found[0]);
        $this->line += preg_match_all('/\r\n|\r|\n/', $found[0]);
        return $found[0];
    }

    // The name of what is next, for errors.
    private function next(): string {
        return $this->at >= $this->end ? "end of file" : "'" . $this->text[$this->at] . "'";
    }

    private function fail(string $wanted = ""): never {
        throw new SettingsError_($this->next(), $wanted);
    }

    private function statement(): bool {
        $this->find('(?:[ \t\r\n]|;[^\r\n]*)+');
        if ($this->at >= $this->end) return false;
        if ($this->find('\[') !== null) {
            $this->header();
            return true;
        }
        $label = rtrim($this->find('[^=\r\n;&|^$~(){}!"\[\]\0]+') ?? $this->fail(), " \t");
        $this->checkLabel($label);
        $index = $this->find('\[[ \t]*') === null ? null : $this->index();
        if ($this->find('[ \t]*=[ \t]*') !== null) {
            $this->enter($label, $index, $this->mode === INI_SCANNER_RAW ? $this->raw() : $this->value());
        } elseif ($index !== null) {
            $this->fail("'='");
        }
        return true;
    }

    private function checkLabel(string $label): void {
        $folded = strtolower($label);
        if (in_array($folded, self::ON, true)) throw new SettingsError_("BOOL_TRUE");
        if (in_array($folded, self::OFF, true)) throw new SettingsError_("BOOL_FALSE");
        if ($folded === "null") throw new SettingsError_("NULL_NULL");
    }

    private function header(): void {
        $name = $this->find("'[^']+'(?=\\])");
        if ($name !== null) {
            $name = substr($name, 1, -1);
        } elseif ($this->mode === INI_SCANNER_RAW) {
            $name = $this->find('[^\]\r\n]+') ?? "";
            if (strlen($name) > 1 && $name[0] === '"' && $name[-1] === '"') $name = substr($name, 1, -1);
        } else {
            $name = $this->list('[^$\r\n;"\'\]\\\\]|\\\\.', false);
        }
        if ($this->find('\]') === null) $this->fail("']'");
        $this->section = $name;
        if ($this->sections) $this->all[$name] ??= [];
    }

    private function index(): string {
        $index = $this->list('[^$\r\n;"\'\]\\\\]|\\\\.', true);
        if ($this->find('[ \t]*\]') === null) $this->fail("']'");
        return $index;
    }

    private function enter(string $label, ?string $index, mixed $value): void {
        if ($this->sections && $this->section !== null) $into = &$this->all[$this->section]; else $into = &$this->all;
        if ($index === null) {
            $into[$label] = $value;
            return;
        }
        if (!is_array($into[$label] ?? null)) $into[$label] = [];
        if ($index === "") $into[$label][] = $value; else $into[$label][$index] = $value;
    }

    // The parts of the name of a section, or of an index, side by side.
    private function list(string $chars, bool $constants): string {
        $out = "";
        while ($this->at < $this->end) {
            if ($this->find('[ \t]*"') !== null) {
                $out .= $this->quoted();
            } elseif (($part = $this->find("'[^']*'")) !== null) {
                $out .= substr($part, 1, -1);
            } elseif ($this->find('\$\{') !== null) {
                $out .= $this->variable();
            } elseif (($part = $this->find('(?:' . $chars . '|\$(?!\{))+?(?=[ \t]*"|\$\{|[\]\r\n;\']|$)')) !== null) {
                $out .= $constants ? self::constant($part) : $part;
            } else {
                break;
            }
        }
        return $out;
    }

    private function raw(): string {
        $rest = $this->find('[^\r\n\0]*') ?? "";
        $comment = null;
        for ($at = 0; $at < strlen($rest); $at++) {
            if ($rest[$at] === ";") $comment ??= $at;
            if ($rest[$at] === '"' && $rest[0] === '"') $comment = null;
        }
        if ($rest !== "" && $rest[0] === "'" && ($close = strpos($rest, "'", 1)) !== false) {
            $tail = ltrim(substr($rest, $close + 1), " \t");
            if ($tail === "" || $tail[0] === ";") return substr($rest, 1, $close - 1);
        }
        $rest = rtrim($comment === null ? $rest : substr($rest, 0, $comment), " \t");
        $isQuoted = strlen($rest) > 1 && ($rest[0] === '"' || $rest[0] === "'") && $rest[-1] === $rest[0];
        return $isQuoted ? substr($rest, 1, -1) : $rest;
    }

    // What a word alone says for a word of settings; none, and nothing is read, when there is more.
    private function word(): ?array {
        $words = implode("|", [...self::ON, ...self::OFF, "null"]);
        $found = $this->find("(?i:$words)(?=[ \\t]*(?:[\\r\\n;]|\$))");
        if ($found === null) return null;
        $typed = $this->mode === INI_SCANNER_TYPED;
        $folded = strtolower($found);
        if ($folded === "null") return [$typed ? null : ""];
        $isOn = in_array($folded, self::ON, true);
        return [$typed ? $isOn : ($isOn ? "1" : "")];
    }

    private function value(): mixed {
        [$value] = $this->word() ?? [$this->expression()];
        $this->find('[ \t]+');
        if ($this->at < $this->end && !str_contains("\r\n;", $this->text[$this->at])) $this->fail();
        return $value;
    }

    private function expression(): mixed {
        $value = $this->operand();
        while (($operator = $this->find('[ \t]*[|&^][ \t]*')) !== null) {
            $right = (int) $this->operand();
            $left = (int) $value;
            $value = match (trim($operator)) { "|" => $left | $right, "&" => $left & $right, "^" => $left ^ $right };
            if ($this->mode !== INI_SCANNER_TYPED) $value = (string) $value;
        }
        return $value;
    }

    private function operand(): mixed {
        $sign = $this->find('[ \t]*[~!(][ \t]*');
        if ($sign === null) return $this->parts(false);
        if (trim($sign) === "(") {
            $value = $this->expression();
            if ($this->find('[ \t]*\)[ \t]*') === null) $this->fail();
            return $value;
        }
        $value = (int) $this->operand();
        $value = trim($sign) === "~" ? ~$value : (int) !$value;
        return $this->mode === INI_SCANNER_TYPED ? $value : (string) $value;
    }

    // The parts of a value side by side; of what a variable is without a value, up to a brace.
    private function parts(bool $isFallback): mixed {
        $brace = $isFallback ? '}' : '';
        $out = "";
        $number = null;
        for ($count = 0; $this->at < $this->end; $count++) {
            if ($this->find('[ \t]*"') !== null) {
                $out .= $this->quoted();
                $this->find('[ \t]+');
            } elseif (($part = $this->find("'[^']*'")) !== null) {
                $out .= substr($part, 1, -1);
            } elseif ($this->find('\$\{') !== null) {
                $out .= $this->variable();
            } elseif ($this->find("[ \\t]+(?=[\\r\\n;|&^]|\$)") !== null) {
                break;
            } elseif (($part = $this->find('[ \t]+')) !== null) {
                $out .= $part;
            } elseif (($part = $this->find('(?:[^$= \t\r\n;&|^~()!"\'\0' . $brace . ']|\$(?!\{)(?:\\\\.|[^\0\r\n])?|\'(?![^\']*\'))+')) !== null) {
                if ($count === 0) $number = self::number($part);
                $out .= self::constant($part);
                continue;
            } else {
                break;
            }
            $number = null;
        }
        return $count === 1 && $number !== null && $this->mode === INI_SCANNER_TYPED ? $number : $out;
    }

    private static function number(string $text): int|float|null {
        if (preg_match('/^(?:0|-?[1-9]\d*)$/', $text) && (string) (int) $text === $text) return (int) $text;
        return preg_match('/^-?(?:\d+\.\d*|\.\d+)$/', $text) ? (float) $text : null;
    }

    private static function constant(string $text): string {
        $isName = preg_match('/^[A-Za-z_]\w*$/', $text) && defined($text);
        return $isName ? (string) constant($text) : $text;
    }

    // What stands behind a quote, up to the next.
    private function quoted(): string {
        $out = "";
        while ($this->at < $this->end) {
            if ($this->find('"') !== null) return $out;
            if ($this->find('\$\{') !== null) {
                $out .= $this->variable();
                continue;
            }
            $part = $this->find('(?:[^"$\\\\]|\$(?!\{)|\\\\"(?![\r\n]|$)|\\\\[^"]|\\\\(?="))+') ?? "";
            $out .= preg_replace('/\\\\(["\'\\\\$])/', '$1', $part);
        }
        throw new SettingsError_("end of file", "TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'");
    }

    // What stands behind `${`, up to the brace.
    private function variable(): string {
        $name = $this->find('(?:[^=\r\n\t;&|^$~(){}!"\[\]\0:]|:(?!-))+') ?? $this->fail("TC_VARNAME");
        $default = "";
        if ($this->find(':-') !== null) {
            $folded = strtolower($this->find('(?i:true|on|yes|false|off|no|none|null)(?=\})') ?? "");
            $default = match (true) {
                in_array($folded, self::ON, true) => "1",
                $folded !== "" => "",
                default => (string) $this->parts(true),
            };
            if ($this->find('\}') === null) $this->missing("'}'");
        } elseif ($this->find('\}') === null) {
            $this->missing("TC_FALLBACK or '}'");
        }
        $value = get_cfg_var($name);
        if ($value === false) $value = getenv($name);
        return $value === false || $value === "" && $default !== "" ? $default : $value;
    }

    private function missing(string $wanted): never {
        if (ltrim(substr($this->text, $this->at)) === "") throw new SettingsError_("end of file", $wanted);
        $this->fail($wanted);
    }
}

function parse_ini_file(string $filename, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false {
    if ($filename === "") throw new ValueError('parse_ini_file(): Argument #1 ($filename) must not be empty');
    $bytes = file_bytes_("parse_ini_file", $filename, true);
    return $bytes === false ? false : Settings_::read($bytes, $process_sections, $scanner_mode, $filename);
}

function parse_ini_string(string $ini_string, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false {
    return Settings_::read($ini_string, $process_sections, $scanner_mode, "Unknown");
}
