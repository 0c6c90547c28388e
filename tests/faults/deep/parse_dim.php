<?php
eval("return \$a".str_repeat("[0]",500000).";");
