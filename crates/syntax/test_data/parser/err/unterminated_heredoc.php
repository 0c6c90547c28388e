<?php
echo <<<X
abc
