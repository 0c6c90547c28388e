<?php
class C {
    use T {
        x as y?><?= as my_echo;
    }
}
