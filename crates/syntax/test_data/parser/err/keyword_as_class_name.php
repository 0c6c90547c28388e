<?php
class echo {}
