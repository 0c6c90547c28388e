<?php
foreach ([
    function() { array_map('nope', [1]); }, function() { array_map([1], [1]); },
    function() { array_map(1, [1]); }, function() { usort($u, 'strlen'); },
    function() { is_callable(); }, function() { call_user_func_array('strlen', ['string' => 'a', 'b' => 2]); },
    function() { call_user_func_array('strlen', ['b', 'c']); },
    function() { call_user_func_array('strlen', ['string' => 'b', 'c']); },
    function() { str_replace(subject: 'a'); }, function() { strlen(foo: 1); },
    function() { str_pad('a', pad_type: 1); }, function() { str_pad('a', 5, string: 'b'); },
    function() { array_keys([1], strict: true); }, function() { sprintf('a', x: 1); },
    function() { array_map(array: [1]); }, function() { array_udiff([1]); },
    function() { array_udiff([1], [1], 'nope'); }, function() { array_udiff([1], 1, 'strcmp'); },
    function() { array_map(function(int $x) { return 1; }, ['a']); },
    function() { array_map(function($x, $y) { return 1; }, ['a']); },
] as $at => $wrong) {
    try {
        $wrong();
    } catch (ArgumentCountError $e) {
        echo "$at count\n";
    } catch (TypeError $e) {
        echo "$at type\n";
    } catch (Error $e) {
        echo "$at error\n";
    }
}
array_map('nope', [1]);
