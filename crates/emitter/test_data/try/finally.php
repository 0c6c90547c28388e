<?php
function f($list) {
    foreach ($list as $v) {
        try { if ($v) return 1; if ($w) break; g(); } catch (A | B $e) { h(); } catch (C) { continue; } finally { echo 1; }
    }
}
function g() { try { return @h(); } finally { return 2; } }
