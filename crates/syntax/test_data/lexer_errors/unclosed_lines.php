<?php {
 a();
[(