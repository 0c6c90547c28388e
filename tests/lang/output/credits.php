<?php
// A distribution adds a row for itself.

function told(int $flags): void
{
    ob_start();
    var_dump(phpcredits($flags));
    echo preg_replace('/\n *Debian Packaging *\n.*\n/', '', ob_get_clean());
}

told(CREDITS_ALL);
told(CREDITS_GROUP);
told(CREDITS_QA | CREDITS_DOCS | CREDITS_FULLPAGE);
told(0);
