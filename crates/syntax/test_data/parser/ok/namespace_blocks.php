<?php
namespace A { echo 1; }
namespace { echo 2; }
namespace enum { }
