<?php
This is English, not PHP. It has (brackets) and "quotes".

But then:
echo 1;
