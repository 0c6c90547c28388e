<?php
echo <<<X
	a
  X;
