<?php
class H extends SplMinHeap{ function compare($a,$b):int{ $h=new H;
$h->insert(1);
$h->insert(2);
return 0;
}} $h=new H;
$h->insert(1);
$h->insert(2);
