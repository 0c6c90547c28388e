<?php
function f($n){ if($n==0) throw new Exception("deep");
f($n-1);
} try{f(200000);
}catch(Exception $e){echo $e->getMessage();
}
