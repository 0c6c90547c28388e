<?php
#[A(...)]
class B {
}
