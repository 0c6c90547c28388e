<?php /** b
c