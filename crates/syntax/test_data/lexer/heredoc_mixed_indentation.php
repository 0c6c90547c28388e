<?php
<<<A
 	a
 	A . <<<'B'
 	b
	 B . <<<C
 	C . 1;
