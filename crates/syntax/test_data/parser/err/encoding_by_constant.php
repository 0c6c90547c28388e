<?php
declare(encoding=
  M_PI);
