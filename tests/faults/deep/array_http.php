<?php
$a=[];
for($i=0;$i<200000;$i++) $a=[$a];
http_build_query($a);
