<?php "$a
\u{ 1}
";