<?php
isset();
