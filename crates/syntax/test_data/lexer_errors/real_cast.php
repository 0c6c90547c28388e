<?php
( REAL	)$a;