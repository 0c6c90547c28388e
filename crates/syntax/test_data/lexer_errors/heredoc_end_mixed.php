<?php <<<A
 	a
 	A;