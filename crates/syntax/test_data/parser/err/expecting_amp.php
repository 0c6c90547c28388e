<?php
function () use (extends) {};
