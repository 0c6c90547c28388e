<?php 'a' '' 'it\'s' '\\' b'x' B'y' 'two
lines
three' '
' '' 'open
 \'