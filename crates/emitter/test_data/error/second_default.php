<?php
switch (1) {
    case 2:
        break;
    default:
        echo 1;
    // The second.
    case 3:
    default:
        echo 2;
}
