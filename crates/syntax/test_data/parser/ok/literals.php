<?php
$a = [1, 0x1F, 0b101, 0o17, 017, 1_000_000, 9223372036854775807, 9223372036854775808, 0xFFFFFFFFFFFFFFFF];
$a = [1.5, .5, 1., 1e3, 1E-3, 1_0.2_5];
$a = ['a\'b\\c\n', "a\"b\\c\n\t\x41\101\u{1F600}\e\$", b'bin', ''];
$a = [true, FALSE, \null, nUlL];
$a = [__LINE__, __FILE__, __DIR__, __CLASS__, __FUNCTION__, __METHOD__, __NAMESPACE__, __TRAIT__, __PROPERTY__];
