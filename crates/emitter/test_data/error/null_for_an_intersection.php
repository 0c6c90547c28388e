<?php
class Holder {
    public X&Y $value = null;
}
