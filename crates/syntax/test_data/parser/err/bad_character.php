<?php
$a = ;
