<?php
function f($n){ try { if($n==0) throw new Exception("deep");
f($n-1);
} finally { global $k;
$k++;
} } try{f(200000);
}catch(Exception $e){echo $k;
}
