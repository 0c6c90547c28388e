<?php
class A
{
    function __serialize(): array { return [new A]; }
}
serialize(new A);
