<?php if (a()) { ?>
 b
