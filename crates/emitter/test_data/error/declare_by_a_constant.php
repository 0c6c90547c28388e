<?php
declare(ticks=true);
