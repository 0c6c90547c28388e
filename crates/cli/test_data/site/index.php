<?php
foreach (["REQUEST_METHOD", "REQUEST_URI", "SCRIPT_NAME", "PHP_SELF", "PATH_INFO", "QUERY_STRING", "SERVER_NAME", "SERVER_PROTOCOL", "HTTP_X_OWN", "CONTENT_TYPE", "CONTENT_LENGTH"] as $name) {
    echo $name, "=", $_SERVER[$name] ?? "none", "\n";
}
echo PHP_SAPI, php_sapi_name(), basename(getcwd()), "\n";
print_r([$_GET, $_POST, $_COOKIE, $_REQUEST, file_get_contents("php://input")]);
header("X-Answer: 1");
