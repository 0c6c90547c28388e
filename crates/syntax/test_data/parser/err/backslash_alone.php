<?php
$a = \ 1;
