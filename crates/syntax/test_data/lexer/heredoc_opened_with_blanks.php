<?php <<<A
  