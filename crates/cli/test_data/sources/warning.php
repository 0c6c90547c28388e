<?php
echo "\400";
