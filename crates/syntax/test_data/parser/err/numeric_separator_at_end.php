<?php
echo 1_;
