<?php
// Sums of values that cannot be added, when the error handler throws.
set_error_handler(function ($level, $message) {
    echo $message, "\n";
    throw new Exception("thrown: $message");
});
$o = new stdClass;
foreach ([[$o, $o], [[], []], [$o, []], [[], $o, 1, []]] as $values) {
    foreach (['array_sum', 'array_product'] as $function) {
        try {
            $function($values);
        } catch (Exception $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
