<?php
// array_pop() and array_shift() move the internal pointer to the first element, not to the hole before it.
foreach (['array_pop', 'array_shift'] as $change) {
    foreach ([['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4, 'e' => 5], [1, 2, 3, 4, 5, 6], [1, 'k' => 2, 3, 4, 5]] as $array) {
        foreach (array_slice(array_keys($array), 0, 4) as $key) {
            $changed = $array;
            unset($changed[array_key_first($changed)]);
            $change($changed);
            unset($changed[$key]);
            $copy = $changed;
            $copy['new'] = 1;
            echo $change, ' ', $key, ': ', json_encode([key($changed), key($copy)]), "\n";
        }
    }
}
