<?php
declare(encoding=
  -8);
