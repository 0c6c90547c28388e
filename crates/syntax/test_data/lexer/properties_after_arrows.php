<?php $a->class->if /* c */ -> // d
  list ?-> # e
 #[ f
 new; $a->$b->{c}->d(); $a-> 1; $a->"b"; A::class; $a ->  ;