<?php
// Names of classes that only evaluated code and an alias mention.
class_alias("Exception","Aliases" . "InCode");
eval('try { throw new Exception("x"); } catch (AliasesInCode $e) { echo "caught\n"; }');
eval('$f = function (AliasesInCode $e): AliasesInCode { return $e; }; echo get_class($f(new Exception("q"))), "\n";');
eval('$o = new Exception; if ($o instanceof aliasesincode) echo "is\n";');
eval('echo aliasesincode::class, (new ReflectionClass("AliasesInCode"))->getName(), "\n"; $x = new AliasesInCode("m"); echo $x->getMessage(), "\n";');
