<?php
function 1() {}
