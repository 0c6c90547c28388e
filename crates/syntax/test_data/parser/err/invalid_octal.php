<?php
echo 089;
