<?php
echo "{$a";
