<?php
foreach (["PHP_SELF", "SCRIPT_NAME", "SCRIPT_FILENAME", "PATH_TRANSLATED", "DOCUMENT_ROOT"] as $name) {
    echo $name, "=", $_SERVER[$name] ?? "none", "\n";
}
var_dump(array_map(basename(...), get_included_files()));
