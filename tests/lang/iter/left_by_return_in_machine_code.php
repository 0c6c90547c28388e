<?php
// Patterns with stars against names: loops that are left by `return`, from inside and behind.
final class Names {
public static function fits(string $agent, array $parts): bool {
    $at = 0;
    $last = count($parts) - 1;
    foreach ($parts as $number => $part) {
        if ($part === "" && $number < $last) continue;
        if ($number > 0 && $number === $last) {
            $start = strlen($agent) - strlen($part);
            return $start >= $at && self::at($agent, $part, $start);
        }
        if ($number > 0 && !str_contains($part, "?")) {
            $at = strpos($agent, $part, $at);
            if ($at === false) return false;
        } else {
            $end = $number === 0 ? 0 : strlen($agent) - strlen($part);
            while ($at <= $end && !self::at($agent, $part, $at)) $at++;
            if ($at > $end) return false;
        }
        $at += strlen($part);
    }
    return $at === strlen($agent);
}
private static function at(string $agent, string $part, int $at): bool {
    if (!str_contains($part, "?")) return substr_compare($agent, $part, $at, strlen($part)) === 0;
    for ($one = 0; $one < strlen($part); $one++) {
        if ($part[$one] !== "?" && $part[$one] !== ($agent[$at + $one] ?? "")) return false;
    }
    return true;
}
}
$names = [
    "mozilla/5.0 (macintosh; u; intel mac os x 10_4_11; ru-ru) applewebkit/525.18 (khtml, like gecko) version/3.1.1 safari/525.18",
    "mozilla/5.0 (windows; u; windows nt 5.1; en) applewebkit/526.9 (khtml, like gecko) version/4.0dp1 safari/526.8",
    "mozilla/5.0 (windows; u; windows nt 5.1; en-us; rv:1.4b) gecko/20030504 mozilla",
];
// Which name, and the pattern.
$patterns = <<<'END'
0mozilla/?.0 (compatible; ask jeeves/teoma*)
0mozilla/5.0 (*) gecko/* firefox/* snappreviewbot
0*webgrabber*
0*winhttprequest*
0*easyrider*
0*maxamine.com--robot*
0*netcraft web server survey*
0*netcraft webserver survey*
0*becomebot/*
0*becomebot@exava.com*
0*exabot@exava.com*
0*; system(id);*
0*avantgo*
0*blackberry*
0*blackberrysimulator/*
0*blazer*
0mozilla/* (*danger hiptop *.*)
0*netfront/*
0*nokia*/*
0*up.browser/*
0*up.link/*
0*(compatible; msie *.*; windows ce; ppc; *)
0*semc-browser/*
0*ericsson*
0*sonyericsson*
0mozilla/5.0 (macintosh; *mac os x*) gecko/* camino/1.0*
1mozilla/?.* (compatible; msie ?.*; windows 95) opera 7.6*
2mozilla/5.0 (windows; *; windows nt 5.?; *; rv:1.*) gecko/* firefox/10.5
END;
$fitting = [];
foreach (explode("\n", $patterns) as $pattern) {
    $parts = explode("*", substr($pattern, 1));
    if (Names::fits($names[$pattern[0]], $parts)) $fitting[] = $pattern;
}
var_dump($fitting);
