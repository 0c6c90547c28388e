<?php <<<'A'
 	a
 	A;