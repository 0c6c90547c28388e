<?php
global $depth;
if (++$depth < 100000) include __FILE__;
