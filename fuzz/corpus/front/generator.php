<?php
function &walk(iterable $in, callable ...$fs): Generator { foreach ($in as [$k, "v" => &$v]) { yield $k => fn() => $v ?? throw new E(...$fs); } return yield from other(); }
