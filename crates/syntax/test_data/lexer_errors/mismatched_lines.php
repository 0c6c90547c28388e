<?php (

]