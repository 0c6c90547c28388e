<?php
foo(bar(1);
