<?php
class A { function __construct($a=null,$b=null) { throw new Exception; } static function s($a=null){ throw new Exception; } }
function t($f) { try { $f(); } catch (Error|Exception $e) { echo $e->getTrace()[0]['line'], " ", $e->getLine(), " ", get_class($e), "\n"; } }
t(function() { new
  A(
   1,
   2
  );
});
t(function() { $x = 
  new
  class(1,
   2
   ) extends
     A {};
});
t(function() { $c = 'A';
  new
   $c
   (1,
   2);
});
t(function() { new
   (
     'A'
   )
   (1,
   2);
});
t(function() {
   A
   ::
    s
    (
    1
    );
});
t(function() { $c='A'; $m='s';
   $c
   ::
    $m
    (
    1
    );
});
t(function() {  $m='s';
   A
   ::
    {
     $m
    }
    (
    1
    );
});
t(function() {
   new
    Nope
    (
    1
    );
});
t(function() {
   Nope
    ::
    s
    (
    1
    );
});
t(function() {
   A
    ::
    nope
    (
    1
    );
});
