<?php
enum Foo {} enum extends B {} enum implements C {} enum extendsX {} class enum {} enum() ; enum/* c */Foo; enum // d
Bar; enum #e
extends; enum #[x] Y; enum/**/ /* */implements; enum::X; enum é; enum /* open