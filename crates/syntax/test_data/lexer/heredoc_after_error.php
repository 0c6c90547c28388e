<?php
<<<EOT
    {$a[08]} b
    EOT . <<<EOT
    {$a ] } b
    EOT . 1;
