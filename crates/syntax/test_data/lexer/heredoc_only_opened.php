<?php <<<A
