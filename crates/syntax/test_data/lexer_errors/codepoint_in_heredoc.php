<?php <<<A
  a
  \u{g}
  A;