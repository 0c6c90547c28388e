<?php
if ($a): while ($b): for (;;): foreach ($c as $d): switch ($e): case 1: endswitch; endforeach; endfor; endwhile; endif;
