<?php
echo "\u{xyz}";
