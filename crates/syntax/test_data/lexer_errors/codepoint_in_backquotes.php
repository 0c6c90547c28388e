<?php `$a
\u{g}
`;