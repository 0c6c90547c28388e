<?php "$a b
c