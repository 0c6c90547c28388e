<?php
try { assert(false && 1 > 2); } catch (AssertionError $e) { echo get_class($e), ' ', $e->getMessage(), "\n"; }
try { assert(0, "desc"); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
try { assert(false, new LogicException("mine")); } catch (LogicException $e) { echo $e->getMessage(), "\n"; }
var_dump(assert(1));
