<?php <<<A
b
A