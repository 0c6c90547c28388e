<?php
// Posts bodies of several parts to the server, and prints what became of them.
$head = fn (string $words) => "Content-Disposition: form-data; $words\r\n";
$file = $head('name="f"; filename="a.txt"');
$bodies = [
    // Words of the header: those behind one without a value, the last of a name, backslashes.
    ["--b\r\n" . $head('a; name="one"') . "\r\n1\r\n--b\r\n" . $head('name=x; name="two"') . "\r\n2\r\n--b\r\n" . $head('name="th\\\\r\\"ee"') . "\r\n3\r\n--b--\r\n"],
    ["--b\r\n" . $head("name='four'; filename='C:\\\\dir\\\\a.txt'") . "Content-Type: text/plain; charset=x\r\n\r\n4\r\n--b--\r\n"],
    // A part without the header, and one whose header says nothing.
    ["--b\r\nX: y\r\n\r\n1\r\n--b\r\n" . $head('name="a"') . "\r\n2\r\n--b\r\n" . $head("") . "\r\n3\r\n--b\r\n" . $head('name="c"') . "\r\n4\r\n--b--\r\n"],
    // A boundary at once, a file without a name, and ends without a boundary.
    ["--b\r\n" . $head('name="a"') . "\r\n--b\r\n--b--\r\n", "--b\r\n" . $head('name="f"; filename=""') . "\r\n--b\r\n" . $head('name="b"') . "\r\n1\r\n--"],
    ["--b\r\n" . $file . "\r\nhalf\r\n", "--b\r\n" . $head('name="a"') . "X"],
    // How long files may be, and a field whose name is wrong, behind which there is none.
    ["--b\r\n" . $head('name="MAX_FILE_SIZE"') . "\r\n3 bytes\r\n--b\r\n$file\r\n1234\r\n--b--\r\n"],
    ["--b\r\n" . $head('name="f["; filename="b"') . "\r\n1\r\n--b\r\n$file\r\n2\r\n--b--\r\n"],
    // Header lines that NULs end, and a header of nothing but words.
    ["--b\r\n" . $head("name=\"a\"; filename=\"n\0o\"") . "\r\n1\r\n--b--\r\n", "--b\r\n" . $head(str_repeat(";a", 60000)) . "\r\n1\r\n--b--\r\n"],
];
foreach (array_merge(...$bodies) as $body) {
    $http = ["method" => "POST", "header" => "Content-Type: multipart/form-data; boundary=b", "content" => $body, "ignore_errors" => true];
    echo file_get_contents("http://127.0.0.1:$argv[1]/files.php", false, stream_context_create(["http" => $http]));
}
