<?php
use A\{\B};
