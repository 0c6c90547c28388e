<?php
<<<A
a
A;
<<<A
 a
  b

 	c
 A;
<<<"A"
\t"\"\'\`\x41\u{e9}\101\\
A;
<<<'A'
\t"\"$a{$b}\\
A;
<<<A
	a
		b
	
	 c
	A;
<<<'A'
   a
  b\n

 
  A;
<<<A

A;
<<<A


A;
<<<A
   
  A;
<<<A
A;
<<<A
  a\
  b\x4
  1\
  A;
