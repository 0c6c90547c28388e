<?php
$a 'abc
def';
