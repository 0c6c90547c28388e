<?php
#[A] 1;
