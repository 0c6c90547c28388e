<?php <<<A
 	A;