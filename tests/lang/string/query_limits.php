<?php
// Limits of parse_str(): a name of very many brackets is no way to the end of the native stack.
function shown(string $query): void {
    parse_str($query, $found);
    echo strlen($query) < 60 ? addcslashes($query, "\0..\37") : strlen($query), " ", json_encode($found), "\n";
}
parse_str(str_repeat("a[]=1&", 3000), $found);
echo count($found["a"]), "\n";
foreach ([63, 64, 65, 1000000] as $depth) {
    parse_str("a" . str_repeat("[]", $depth) . "=1&b=2", $found);
    echo $depth, " ", strlen(json_encode($found)), "\n";
}
parse_str("a=1&a" . str_repeat("[]", 65) . "=1&b=2", $found);
echo json_encode($found), "\n";

// Brackets that are not closed, and blanks in them.
foreach (["a[b%5#[$(r=1", "a[b[c.d e=1", "a[=1", "a[[b]=1", "a[b]c[d=1", "a[][b=1&a[]=2", "a[b.c=1&a[b]=2"] as $query) shown($query);
foreach (["a[  ]=1", "a[\t]=1", "a[\x0b]=1", "a[\n ]=1", "\ta=1", "  a=1", "a\t=1"] as $query) shown($query);

// What is behind a NUL.
foreach (["a=b\0c&d=1", "a[\0b]=1", "a\0b[c]=1", "a[b]\0[c]=1", "a=%00b", "a%5B%00b%5D=1"] as $query) shown($query);

// Names that only a secure host may set are not made of others.
foreach (["__Host-a=1", "..Host-a=1", ". Secure-a=1", " __Host-a=1", "a[__Host-x]=1", "a[b][__Host-x]=1", "a[][__Secure-x]=1"] as $query) shown($query);

// What was there under the name.
foreach (["a[b]=1&a[b][c]=2", "a=1&a[b]=2", "a[9223372036854775807]=1&a[]=2", "a[9223372036854775807]=1&a[][b]=2"] as $query) shown($query);
