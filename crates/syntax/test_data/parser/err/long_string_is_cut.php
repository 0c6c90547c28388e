<?php
$a "abcdefghijklmnopqrstuvwxyz0123456789abcdef";
