<?php
function d($a) { $s = ''; foreach ($a as $k => $v) $s .= (is_int($k) ? $k : "'$k'") . '=>' . (is_array($v) ? '[' . d($v) . ']' : $v) . ','; return $s; }
function p($v) { echo is_array($v) ? '[' . d($v) . ']' : $v, ' '; }
function n($a) { try { $a[] = 1; return array_key_last($a); } catch (Error $e) { return 'full'; } }
