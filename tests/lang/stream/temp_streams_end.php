<?php
foreach (['php://temp','php://memory'] as $u) { $f=fopen($u,'w+'); fwrite($f,"a\nb\n"); rewind($f); fgets($f); var_dump(feof($f)); fgets($f); var_dump(feof($f)); rewind($f); fread($f, 4); var_dump(feof($f)); rewind($f); fread($f, 3); var_dump(feof($f));fread($f, 1); var_dump(feof($f)); rewind($f); stream_get_contents($f); var_dump(feof($f));}
