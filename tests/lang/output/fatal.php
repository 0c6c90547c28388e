<?php
ob_start(function($b, $m) { ob_start(); return ""; });
echo "abc";
ob_end_flush();
echo "after";
