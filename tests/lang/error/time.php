<?php
register_shutdown_function(function() { echo "shutdown\n"; });
set_time_limit(1);
while (true) { }
