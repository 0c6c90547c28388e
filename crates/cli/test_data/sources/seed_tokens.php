<?php
echo $a + $b;