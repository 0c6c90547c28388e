<?php
if (1) { namespace A; }
