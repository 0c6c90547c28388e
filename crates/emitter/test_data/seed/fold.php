<?php
echo "Does 1+2 equal 3?";
if ((1+2) == 3) { echo "Yes it does!"; } else { echo "No it doesn't..."; }
