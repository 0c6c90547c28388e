<?php
$a "x $y";
