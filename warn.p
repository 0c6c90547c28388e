
Warning: Undefined variable $a in /work/main/warn.php on line 3

Warning: Undefined variable $b in /work/main/warn.php on line 4

Warning: Trying to access array offset on null in /work/main/warn.php on line 4

Warning: Undefined array key 5 in /work/main/warn.php on line 6

Warning: Undefined array key "k" in /work/main/warn.php on line 6

Warning: Trying to access array offset on int in /work/main/warn.php on line 7

Warning: A non-numeric value encountered in /work/main/warn.php on line 8
15TE

Warning: Uninitialized string offset 10 in /work/main/warn.php on line 10
2
E

Deprecated: Automatic conversion of false to array is deprecated in /work/main/warn.php on line 13

Warning: Undefined array key "q" in /work/main/warn.php on line 14

Warning: Undefined array key "w" in /work/main/warn.php on line 14
x1

Warning: foreach() argument must be of type array|object, int given in /work/main/warn.php on line 15
3ababab

Warning: Undefined variable $undefined in /work/main/warn.php on line 17
2
-1n

Fatal error: Uncaught ArgumentCountError: strlen() expects exactly 1 argument, 0 given in /work/main/warn.php:19
Stack trace:
#0 /work/main/warn.php(19): strlen()
#1 {main}
  thrown in /work/main/warn.php on line 19
