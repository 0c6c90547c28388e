<?php
eval("return \$a".str_repeat("->b",500000).";");
