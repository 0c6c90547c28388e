<?php

/** A property of a reader. */
function xmlreader_get_(object $of, string $name): mixed {}
