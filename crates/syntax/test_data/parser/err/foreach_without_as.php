<?php
foreach ($a) {}
