<?php
const A = []::{B};
