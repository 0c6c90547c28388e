<?php
if (str_starts_with($_SERVER["REQUEST_URI"], "/routed")) {
    echo "routed ", $_SERVER["REQUEST_URI"];
    return true;
}
$routed = "routed here";
return false;
