<?php a /* b
c **