<?php
echo 1; /* never
ends