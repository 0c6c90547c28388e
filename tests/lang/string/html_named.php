<?php
foreach ([ENT_HTML5, ENT_HTML401, ENT_XHTML, ENT_XML1] as $type) {
    echo htmlentities("a.b,c(d)\n", $type), "|", htmlspecialchars("a.b,\t(d)\r\n", $type), "\n";
    echo htmlentities("{fjord} x=1\t'q'", $type | ENT_QUOTES), "\n";
}
