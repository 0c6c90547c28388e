<?php
__halt_compiler ( <<<A
data
