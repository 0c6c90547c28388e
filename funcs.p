2:13:24:3
1-2-9 4-5-3 1-2-3 2-2-1
1|1|2,31|2,3
11 11 12 12 20
7-2-3
4
292233720368547758076
50
112 112
112
53t
caught
fin
f0 f1 f2 div
Ftry
1ff3f
50000

Fatal error: Uncaught ArgumentCountError: Too few arguments to function named(), 0 passed in /work/main/funcs.php on line 34 and at least 1 expected in /work/main/funcs.php:4
Stack trace:
#0 /work/main/funcs.php(34): named()
#1 {main}
  thrown in /work/main/funcs.php on line 4
