<?php
eval("return \$a".str_repeat("()",300000).";");
