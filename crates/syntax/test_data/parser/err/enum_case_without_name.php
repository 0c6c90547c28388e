<?php
enum A { case; }
