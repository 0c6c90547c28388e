<?php
list(list() = 1;
