<?php
abstract abstract class A {}
