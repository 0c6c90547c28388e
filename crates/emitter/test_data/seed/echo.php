<?php
echo "Hello ", $name, "\n";
