<?php
namespace A\B;
use C, D\E as F;
use function G\h, i as j;
use const K;
use L\{M, N as O, function p, const Q};
use function R\{s, t,};
