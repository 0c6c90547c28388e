<?php
echo $o?->a->b['c'];
echo isset($o?->a?->b), empty($o?->a), $o?->a ?? 1;
echo $o?->m()?->n($x?->y)->z;
echo $this->a[$i++]['5'][5][$j]->{'p'};
new $o?->name;
f()['x'] ??= 1;
