<?php
// An array that is passed by reference to a builtin is the variable's own from then on, also when the
// call fails: the references of the other one are still references.

/** For each element: whether it is passed by reference without a warning. */
function refers($array): string
{
    $kinds = '';
    set_error_handler(function () use (&$kinds) { $kinds .= 'no '; });
    array_map(function (&$element) use (&$kinds) { $kinds .= 'ref '; }, (array) $array);
    restore_error_handler();
    return "[$kinds]";
}

/** What the call leaves of the references of an array and of its copy. */
function after(string $what, callable $call): void
{
    $array = [3, 1, 2];
    array_walk($array, function (&$element) {});
    $copy = $array;
    try {
        $call($copy);
    } catch (Throwable $thrown) {
        echo get_class($thrown), ' ';
    }
    echo $what, ' ', refers($array), ' ', refers($copy), "\n";
}

after('nothing', fn(&$copy) => 0);
after('array_multisort', fn(&$copy) => array_multisort($copy, 3, 3));
after('array_multisort of two', fn(&$copy) => array_multisort($copy, [1]));
after('sort', fn(&$copy) => sort($copy, new stdClass));
after('usort', fn(&$copy) => usort($copy, 'no function'));
after('usort that throws', fn(&$copy) => usort($copy, fn() => throw new Exception));
after('array_splice', fn(&$copy) => array_splice($copy, 1, new stdClass));
after('array_push', fn(&$copy) => array_push($copy, ...['name' => 1]));
after('array_walk', fn(&$copy) => array_walk($copy, 'no function'));
after('next', fn(&$copy) => next($copy));
after('end', fn(&$copy) => end($copy));
after('str_replace', fn(&$copy) => str_replace('a', 'b', 'c', $copy));
after('settype', fn(&$copy) => settype($copy, 'none'));
