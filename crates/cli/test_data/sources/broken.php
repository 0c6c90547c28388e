#!/usr/bin/env php
<?php
this is not php
