<?php
$sql = <<<SQL
    SELECT $columns[0], {$table->name}
    FROM `users`
    SQL . <<<'END'
   raw $x
   END;
