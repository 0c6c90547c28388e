<?php
$result = foo("hello!");
