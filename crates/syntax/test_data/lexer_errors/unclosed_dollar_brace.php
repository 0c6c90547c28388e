<?php "${
