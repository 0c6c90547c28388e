<?php
declare(ticks);
