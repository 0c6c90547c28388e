<?php
// a comment
/** doc */
function f ( $a )   {
    # another
    return $a /* inside */ + 1;
}
$x = <<<A
  text {$a}
  A;
echo f(  1 ) , "\n" ;
?>
html   stays
