<?php
foreach (["PHP_SELF", "SCRIPT_NAME", "SCRIPT_FILENAME", "PATH_TRANSLATED", "DOCUMENT_ROOT"] as $name) {
    echo $name, "=", $_SERVER[$name] ?? "none", "\n";
}
var_dump(get_included_files());
