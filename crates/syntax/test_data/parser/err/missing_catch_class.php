<?php
try {} catch () {}
