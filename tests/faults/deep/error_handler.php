<?php
set_error_handler(function(){ echo $u;
});
echo $u;
function g(){ set_error_handler(function(){ trigger_error("x");
});
trigger_error("y");
} g();
