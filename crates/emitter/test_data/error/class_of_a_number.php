<?php
echo (2)::class;
