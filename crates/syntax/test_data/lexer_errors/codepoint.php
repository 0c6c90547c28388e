<?php "a
\u{zz}
";