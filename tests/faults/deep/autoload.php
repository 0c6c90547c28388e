<?php
spl_autoload_register(function($c){ class_exists($c."x");
});
class_exists("A");
