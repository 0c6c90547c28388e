<?php
yield from a(); yield	from b(); yield /* c
 */ from // d
 x; yield // e
 from y; yield fromage; yield # f
FROM
z; yield from