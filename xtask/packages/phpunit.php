<?php
// Runs PHPUnit with the arguments given, without what its own front script asks for first: the XML
// extensions, which only configuration files and XML reports need.
ini_get('date.timezone') || ini_set('date.timezone', 'UTC');
define('PHPUNIT_COMPOSER_INSTALL', '/usr/share/php/PHPUnit/Autoload.php');
require PHPUNIT_COMPOSER_INSTALL;
exit((new PHPUnit\TextUI\Application)->run($_SERVER['argv']));
