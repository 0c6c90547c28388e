<?php
// Programs on generators that hand on what others yield.

function begin(): void
{
}

/** Prints a value, and gives it back. */
function note($value)
{
    echo json_encode($value), ' ';
    return $value;
}

/** Prints who has called. */
function trace(): void
{
    foreach (debug_backtrace() as $frame) {
        echo $frame['function'] === 'run' ? '' : $frame['line'] ?? '-', $frame['class'] ?? '', ',';
        if ($frame['function'] === 'run') {
            break;
        }
    }
    echo ' ';
}

function pair($k)
{
    yield $k;
    yield $k + 1;
    return $k;
}

function both(Closure $one, Closure $other)
{
    yield from $one(1);
    $r = yield from $other(0);
    note($r);
}

class Walked implements IteratorAggregate
{
    public function __construct(private int $from) {}
    public function getIterator(): Iterator { yield 'first' => $this->from; yield $this->from + 1; }
}

class Mortal
{
    public function __construct(private string $name) {}
    public function __destruct() { echo '~', $this->name, ' '; }
}

/** Goes through a generator by its methods. */
function walk(Generator $g): void
{
    while ($g->valid()) {
        note([$g->key(), $g->current()]);
        $g->next();
    }
    note($g->getReturn());
}

/** Sends numbers to a generator. */
function send(Generator $g, int $count): void
{
    for ($i = 0; $i < $count; $i++) {
        note($g->send($i));
    }
}

/** Throws into a generator at its second value, and goes on. */
function interrupt(Generator $g): void
{
    note($g->current());
    $g->next();
    note($g->throw(new Exception('thrown')));
    foreach ($g as $k => $v) {
        note([$k, $v]);
    }
}

/** Leaves a generator at one of its first values. */
function leave(Generator $g, int $most): void
{
    foreach ($g as $v) {
        note($v);
        if ($most-- === 0) {
            break;
        }
    }
    try {
        $g->rewind();
        note('rewound');
    } catch (Exception $e) {
        note($e->getMessage());
    }
}

/** Runs the program of a seed; what it throws is printed. */
function run(int $seed, string $program): void
{
    echo "\n#$seed\n";
    try {
        $program();
    } catch (Throwable $thrown) {
        begin();
        echo get_class($thrown), ': ', $thrown->getMessage(), "\n";
    }
    begin();
}

error_reporting(E_ALL);
gc_disable();
begin();

function p1() {
  $g4 = function ($d) { yield from [1, 'key' => 3];$r = yield from pair(2);
  note($r);$r = yield from pair(2);
  note($r);
  return 40;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(3);
  note($r);
  yield 2;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 40;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 3;yield 'key' => 2;if ($d > 2) { throw new Exception("in 1");
  } return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => 2;yield from [2, 'key' => 3];yield 'key' => 3;
  return -5;
  };
  send($g1(0), 4);try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }try { interrupt($g1(0));
  } catch (Exception $e) { note($e->getLine());
  }
}
function p2() {
  $g4 = function ($d) { yield from new Walked(3);trace();
  yield 2;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(2);
  yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $h = pair(1);
  yield from $h;
  note($h->getReturn());foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from pair(3);
  note($r);$r = yield from pair(3);
  note($r);
  yield 1;
  return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => 1;
  yield -5;
  return 1;
  };
  walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p3() {
  $g4 = function ($d) { yield 'key' => 40;if ($d > 2) { throw new Exception("in 4");
  } yield 'last' => 40;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 2;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$h = pair(1);
  yield from $h;
  note($h->getReturn());$q = new Mortal('2');
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from pair(2);
  note($r);
  yield 'last' => -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g1($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);
  yield 40;
  return 2;
  };
  try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }send($g0(0), 9);
}
function p4() {
  $g4 = function ($d) { $r = yield from pair(2);
  note($r);trace();yield from new Walked(40);
  yield -5;
  };
  $g3 = function ($d) use ($g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }$r = yield from pair(3);
  note($r);trace();
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 40;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { if ($d > 2) { throw new Exception("in 1");
  } yield 'last' => 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => -5;yield from [1, 'key' => 2];if ($d > 2) { throw new Exception("in 0");
  } yield 'last' => 1;
  };
  leave($g0(0), 1);
}
function p5() {
  $g4 = function ($d) { trace();yield from [2, 'key' => 3];
  yield 1;
  return 40;
  };
  $g3 = function ($d) use ($g4) { if ($d > 2) { throw new Exception("in 3");
  }trace();
  yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 40;$h = pair(1);
  yield from $h;
  note($h->getReturn());
  yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 40;foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g2($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g1($d + 1);
  note($r);
  yield 'last' => 40;
  };
  walk($g2(0));
}
function p6() {
  $g4 = function ($d) { if ($d > 2) { throw new Exception("in 4");
  }yield 'key' => 40;
  return 1;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);try { yield 'key' => 2;$r = yield from $g4($d + 1);
  note($r);
  } finally { note('finally');
  } return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { try { $r = yield from $g3($d + 1);
  note($r);$r = yield from $g4($d + 1);
  note($r);
  } catch (Exception $e) { note($e->getMessage());
  }yield 'key' => 40;foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield -5;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 40;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { try { trace();if ($d > 2) { throw new Exception("in 0");
  } } finally { note('finally');
  } yield 'last' => 3;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p7() {
  $g4 = function ($d) { try { if ($d > 2) { throw new Exception("in 4");
  }if ($d > 1) { return 3;
  } } catch (Exception $e) { note($e->getMessage());
  }try { try { try { $x = yield 2;
  note($x);yield from new Walked(40);
  } finally { note('finally');
  }$x = yield -5;
  note($x);
  } finally { note('finally');
  }$h = pair(3);
  yield from $h;
  note($h->getReturn());
  } catch (Exception $e) { note($e->getMessage());
  }try { $r = yield from pair(-5);
  note($r);yield from new Walked(1);
  } catch (Exception $e) { note($e->getMessage());
  } return 2;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 3;yield from [3, 'key' => 3];
  yield 2;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield -5;
  note($x);$x = yield 3;
  note($x);foreach ($g3($d) as $k => $v) { yield $k => $v;
  } return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);yield 'key' => -5;
  yield 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 1;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }note(iterator_to_array($g0(0), false));walk($g0(0));
}
function p8() {
  $g4 = function ($d) { try { yield 'key' => 2;$x = yield 3;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }yield from [2, 'key' => 2];
  return 1;
  };
  $g3 = function ($d) use ($g4) { trace();yield from new Walked(2);
  yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 3;
  note($x);
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 2;
  note($x);
  return 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 3;
  note($x);$r = yield from $g4($d + 1);
  note($r);
  yield 40;
  return 2;
  };
  send($g0(0), 9);leave($g0(0), 0);
}
function p9() {
  $g4 = function ($d) { try { try { $r = yield from pair(40);
  note($r);if ($d > 2) { throw new Exception("in 4");
  } } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  }$r = yield from pair(40);
  note($r);$x = yield 40;
  note($x);
  yield 40;
  return 40;
  };
  $g3 = function ($d) use ($g4) { $x = yield 2;
  note($x);$x = yield 2;
  note($x);
  yield -5;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { trace();$r = yield from $g3($d + 1);
  note($r);
  yield 'last' => 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 3;
  note($x);$x = yield 1;
  note($x);foreach ($g3($d) as $k => $v) { yield $k => $v;
  } return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { try { $r = yield from $g4($d + 1);
  note($r);if ($d > 1) { return 1;
  } } catch (Exception $e) { note($e->getMessage());
  }$x = yield 40;
  note($x);
  yield -5;
  return 1;
  };
  foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p10() {
  $g4 = function ($d) { try { $x = yield 1;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }$x = yield 40;
  note($x);try { yield 'key' => -5;if ($d > 1) { return 40;
  } } finally { note('finally');
  } yield 'last' => -5;
  };
  $g3 = function ($d) use ($g4) { try { yield from new Walked(1);yield from new Walked(40);
  } finally { note('finally');
  }$x = yield -5;
  note($x);yield from [-5, 'key' => -5];
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { try { yield from [40, 'key' => 1];trace();
  } finally { note('finally');
  } yield 'last' => -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $h = pair(1);
  yield from $h;
  note($h->getReturn());
  yield 'last' => 40;
  };
  walk($g0(0));
}
function p11() {
  $g4 = function ($d) { $q = new Mortal('4');$h = pair(40);
  yield from $h;
  note($h->getReturn());
  yield 2;
  return 40;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 2;$x = yield 2;
  note($x);if ($d > 1) { return 2;
  } yield 'last' => -5;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield -5;
  note($x);if ($d > 2) { throw new Exception("in 2");
  } yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $q = new Mortal('1');
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from pair(-5);
  note($r);yield 'key' => -5;yield from [40, 'key' => 1];
  yield 'last' => 3;
  };
  leave($g0(0), 3);foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p12() {
  $g4 = function ($d) { if ($d > 1) { return 3;
  } yield 'last' => 2;
  };
  $g3 = function ($d) use ($g4) { trace();$x = yield 2;
  note($x);
  yield 'last' => 2;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }$q = new Mortal('2');$r = yield from $g4($d + 1);
  note($r);
  yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from pair(2);
  note($r);
  yield 'last' => 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);$x = yield 2;
  note($x);$q = new Mortal('0');
  yield 2;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p13() {
  $g4 = function ($d) { if ($d > 2) { throw new Exception("in 4");
  }trace();
  yield 'last' => -5;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(-5);trace();$x = yield 40;
  note($x);
  yield 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$x = yield 40;
  note($x);foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield -5;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 'last' => 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }$x = yield 1;
  note($x);
  yield 3;
  return -5;
  };
  leave($g2(0), 2);leave($g0(0), 0);
}
function p14() {
  $g4 = function ($d) { $x = yield 40;
  note($x);trace();yield from new Walked(-5);
  return 1;
  };
  $g3 = function ($d) use ($g4) { $h = pair(40);
  yield from $h;
  note($h->getReturn());try { $x = yield -5;
  note($x);yield 'key' => 3;
  } catch (Exception $e) { note($e->getMessage());
  }$x = yield -5;
  note($x);
  yield 40;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 2;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);foreach ($g3($d) as $k => $v) { yield $k => $v;
  }yield from new Walked(-5);
  yield -5;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield -5;
  note($x);$r = yield from $g4($d + 1);
  note($r);
  yield -5;
  };
  send($g0(0), 9);walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p15() {
  $g4 = function ($d) { yield 'key' => 3;yield from new Walked(-5);
  yield -5;
  };
  $g3 = function ($d) use ($g4) { yield from [40, 'key' => 2];trace();
  yield 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $q = new Mortal('2');$x = yield 2;
  note($x);foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 1;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { if ($d > 1) { return 3;
  } yield 2;
  return 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield -5;
  note($x);
  yield 'last' => 3;
  };
  note(iterator_to_array($g0(0), false));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p16() {
  $g4 = function ($d) { try { yield 'key' => 2;$x = yield -5;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }yield 'key' => 2;$q = new Mortal('4');
  return 1;
  };
  $g3 = function ($d) use ($g4) { $q = new Mortal('3');yield 'key' => -5;if ($d > 1) { return 40;
  } return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 40;
  note($x);
  yield 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => -5;$x = yield 1;
  note($x);
  yield 40;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => 40;$q = new Mortal('0');
  yield 'last' => 2;
  };
  try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }send($g0(0), 9);
}
function p17() {
  $g4 = function ($d) { if ($d > 2) { throw new Exception("in 4");
  }if ($d > 2) { throw new Exception("in 4");
  }$x = yield -5;
  note($x);
  yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { $x = yield 40;
  note($x);yield 'key' => 2;foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 'last' => -5;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from [2, 'key' => 1];
  yield 'last' => 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 1;
  note($x);$x = yield 2;
  note($x);
  yield 'last' => -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $q = new Mortal('0');$x = yield 3;
  note($x);
  return -5;
  };
  walk($g2(0));
}
function p18() {
  $g4 = function ($d) { try { try { $x = yield 1;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }if ($d > 1) { return 2;
  } } catch (Exception $e) { note($e->getMessage());
  } yield 'last' => 1;
  };
  $g3 = function ($d) use ($g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { try { try { yield 'key' => 3;
  } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  }$r = yield from $g3($d + 1);
  note($r);trace();
  yield 3;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from pair(40);
  note($r);yield from [-5, 'key' => -5];
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);foreach ($g4($d) as $k => $v) { yield $k => $v;
  }foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 2;
  };
  walk($g0(0));walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p19() {
  $g4 = function ($d) { if ($d > 1) { return 2;
  }if ($d > 1) { return 1;
  } return -5;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 2;if ($d > 2) { throw new Exception("in 3");
  }$x = yield 40;
  note($x);
  yield 2;
  return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $h = pair(1);
  yield from $h;
  note($h->getReturn());foreach ($g4($d) as $k => $v) { yield $k => $v;
  } return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from [-5, 'key' => 3];
  yield 1;
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g2($d) as $k => $v) { yield $k => $v;
  } yield -5;
  };
  leave($g0(0), 3);
}
function p20() {
  $g4 = function ($d) { if ($d > 1) { return 3;
  }try { yield 'key' => 40;
  } catch (Exception $e) { note($e->getMessage());
  }if ($d > 2) { throw new Exception("in 4");
  } yield 3;
  return 3;
  };
  $g3 = function ($d) use ($g4) { $q = new Mortal('3');yield 'key' => 1;
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from [2, 'key' => 2];$r = yield from $g3($d + 1);
  note($r);
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { trace();$r = yield from $g4($d + 1);
  note($r);try { yield from new Walked(-5);yield from new Walked(40);
  } finally { note('finally');
  } yield 'last' => -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from pair(2);
  note($r);
  yield -5;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p21() {
  $g4 = function ($d) { $x = yield -5;
  note($x);if ($d > 1) { return -5;
  }trace();
  yield 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);$x = yield 40;
  note($x);if ($d > 1) { return -5;
  } yield 'last' => 3;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 1;
  yield 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }yield from [1, 'key' => 2];try { $x = yield 2;
  note($x);
  } finally { note('finally');
  } yield -5;
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }if ($d > 1) { return -5;
  }try { try { $q = new Mortal('0');$r = yield from $g2($d + 1);
  note($r);
  } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  } yield 'last' => 2;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }walk($g0(0));
}
function p22() {
  $g4 = function ($d) { try { yield 'key' => -5;yield 'key' => 3;
  } catch (Exception $e) { note($e->getMessage());
  }if ($d > 1) { return -5;
  } yield 40;
  };
  $g3 = function ($d) use ($g4) { try { $r = yield from pair(1);
  note($r);
  } finally { note('finally');
  }$q = new Mortal('3');yield 'key' => -5;
  yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { try { trace();
  } finally { note('finally');
  }foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 40;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { $r = yield from pair(-5);
  note($r);try { try { $x = yield 2;
  note($x);trace();
  } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  } } finally { note('finally');
  } return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }if ($d > 1) { return 3;
  } yield 'last' => 40;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }walk($g0(0));foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p23() {
  $g4 = function ($d) { $r = yield from pair(1);
  note($r);$h = pair(1);
  yield from $h;
  note($h->getReturn());
  return 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(3);
  note($r);$x = yield 40;
  note($x);
  yield 40;
  return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { try { foreach ($g4($d) as $k => $v) { yield $k => $v;
  } } finally { note('finally');
  }$r = yield from $g4($d + 1);
  note($r);
  return 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $h = pair(40);
  yield from $h;
  note($h->getReturn());$r = yield from $g2($d + 1);
  note($r);
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { if ($d > 1) { return -5;
  } yield 1;
  return 3;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p24() {
  $g4 = function ($d) { yield 'key' => 40;try { $x = yield -5;
  note($x);$q = new Mortal('4');
  } finally { note('finally');
  }if ($d > 2) { throw new Exception("in 4");
  } return -5;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(3);
  note($r);
  yield 3;
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$x = yield 1;
  note($x);
  yield 40;
  return 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);try { try { yield from [40, 'key' => 2];
  } finally { note('finally');
  } } finally { note('finally');
  }yield from new Walked(40);
  return 1;
  };
  note(iterator_to_array($g0(0), false));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p25() {
  $g4 = function ($d) { $q = new Mortal('4');$r = yield from pair(1);
  note($r);$x = yield -5;
  note($x);
  yield -5;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);yield from new Walked(40);try { $q = new Mortal('3');
  } finally { note('finally');
  } yield 'last' => 3;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from new Walked(3);
  yield -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { trace();$x = yield -5;
  note($x);
  return 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { if ($d > 1) { return 3;
  }$r = yield from $g4($d + 1);
  note($r);
  return -5;
  };
  walk($g0(0));
}
function p26() {
  $g4 = function ($d) { $x = yield 3;
  note($x);$q = new Mortal('4');if ($d > 1) { return 2;
  } return -5;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from pair(2);
  note($r);yield 'key' => -5;
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from [2, 'key' => 3];yield from new Walked(-5);$h = pair(-5);
  yield from $h;
  note($h->getReturn());
  yield 3;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { trace();$r = yield from $g2($d + 1);
  note($r);
  yield 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from new Walked(-5);
  yield 'last' => 2;
  };
  send($g0(0), 9);
}
function p27() {
  $g4 = function ($d) { $x = yield -5;
  note($x);try { $x = yield 3;
  note($x);yield 'key' => 1;
  } catch (Exception $e) { note($e->getMessage());
  } yield 'last' => 1;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 40;
  note($x);$r = yield from $g3($d + 1);
  note($r);yield from new Walked(2);
  yield 3;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 2;
  note($x);$r = yield from pair(3);
  note($r);yield 'key' => 2;
  yield 'last' => 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from [-5, 'key' => -5];$r = yield from pair(3);
  note($r);
  yield 'last' => 1;
  };
  try { interrupt($g1(0));
  } catch (Exception $e) { note($e->getLine());
  }
}
function p28() {
  $g4 = function ($d) { if ($d > 1) { return 2;
  }$x = yield 40;
  note($x);$x = yield 3;
  note($x);
  yield -5;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return 40;
  } yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 1) { return 1;
  } yield 1;
  return 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 40;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g1($d) as $k => $v) { yield $k => $v;
  } yield 1;
  return 40;
  };
  walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p29() {
  $g4 = function ($d) { $r = yield from pair(2);
  note($r);$x = yield -5;
  note($x);
  yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(-5);
  note($r);
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 3;
  note($x);$r = yield from pair(1);
  note($r);$x = yield 1;
  note($x);
  yield 'last' => 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);foreach ($g4($d) as $k => $v) { yield $k => $v;
  } return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $q = new Mortal('0');foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield -5;
  };
  walk($g0(0));
}
function p30() {
  $g4 = function ($d) { if ($d > 1) { return -5;
  }if ($d > 2) { throw new Exception("in 4");
  } return 1;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 1;
  return 2;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 3;
  yield 1;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 1;
  yield 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 2;
  note($x);$r = yield from $g2($d + 1);
  note($r);yield from new Walked(3);
  yield 'last' => 40;
  };
  leave($g0(0), 3);try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }
}
function p31() {
  $g4 = function ($d) { if ($d > 1) { return 3;
  }try { if ($d > 1) { return -5;
  } } finally { note('finally');
  } yield 'last' => -5;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(40);
  note($r);yield 'key' => 2;trace();
  yield 'last' => 2;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from pair(-5);
  note($r);
  yield 3;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$r = yield from pair(2);
  note($r);if ($d > 1) { return 2;
  } yield 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from [3, 'key' => -5];
  return 2;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p32() {
  $g4 = function ($d) { if ($d > 2) { throw new Exception("in 4");
  } yield 40;
  };
  $g3 = function ($d) use ($g4) { $x = yield 40;
  note($x);
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }$x = yield 40;
  note($x);$r = yield from $g3($d + 1);
  note($r);
  yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$r = yield from pair(2);
  note($r);$r = yield from $g2($d + 1);
  note($r);
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from [-5, 'key' => 2];
  yield 'last' => 3;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }leave($g2(0), 1);send($g1(0), 4);
}
function p33() {
  $g4 = function ($d) { $h = pair(1);
  yield from $h;
  note($h->getReturn());$x = yield 40;
  note($x);
  yield 'last' => -5;
  };
  $g3 = function ($d) use ($g4) { trace();$h = pair(2);
  yield from $h;
  note($h->getReturn());
  yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 40;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from new Walked(1);yield from [40, 'key' => 3];$x = yield -5;
  note($x);
  yield 2;
  return 1;
  };
  walk($g0(0));
}
function p34() {
  $g4 = function ($d) { $x = yield 40;
  note($x);
  yield -5;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(1);$r = yield from pair(-5);
  note($r);if ($d > 1) { return 3;
  } yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield -5;
  note($x);$x = yield 3;
  note($x);
  yield 2;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g3($d + 1);
  note($r);
  yield 3;
  };
  note(iterator_to_array($g0(0), false));foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p35() {
  $g4 = function ($d) { try { if ($d > 1) { return 2;
  }$x = yield 40;
  note($x);
  } finally { note('finally');
  }try { $q = new Mortal('4');
  } finally { note('finally');
  }try { $x = yield 1;
  note($x);
  } finally { note('finally');
  } yield 2;
  };
  $g3 = function ($d) use ($g4) { $h = pair(2);
  yield from $h;
  note($h->getReturn());if ($d > 2) { throw new Exception("in 3");
  } yield -5;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from pair(3);
  note($r);$x = yield 40;
  note($x);
  yield 3;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { $x = yield -5;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }yield from [3, 'key' => -5];
  yield 3;
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }try { try { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g2($d + 1);
  note($r);
  } finally { note('finally');
  }if ($d > 1) { return 3;
  } } finally { note('finally');
  }foreach ($g2($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 1;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p36() {
  $g4 = function ($d) { yield 'key' => 3;$x = yield 3;
  note($x);
  yield 40;
  return 3;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => -5;
  yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 40;trace();try { if ($d > 1) { return 3;
  }try { if ($d > 2) { throw new Exception("in 2");
  } } finally { note('finally');
  } } finally { note('finally');
  } yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);
  yield 1;
  return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from new Walked(2);
  return 40;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p37() {
  $g4 = function ($d) { try { yield from new Walked(40);
  } finally { note('finally');
  }yield from new Walked(40);trace();
  return 40;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);try { $x = yield 1;
  note($x);$r = yield from pair(2);
  note($r);
  } finally { note('finally');
  }$x = yield -5;
  note($x);
  yield 3;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 1;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$x = yield 2;
  note($x);
  yield 'last' => 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield -5;
  return 2;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }walk($g0(0));walk($g0(0));
}
function p38() {
  $g4 = function ($d) { $h = pair(40);
  yield from $h;
  note($h->getReturn());$x = yield -5;
  note($x);$x = yield 2;
  note($x);
  yield 2;
  return 40;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 2;$r = yield from $g4($d + 1);
  note($r);$x = yield 40;
  note($x);
  yield 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 'last' => 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield -5;
  note($x);
  yield 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => -5;foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g3($d + 1);
  note($r);
  yield 1;
  };
  note(iterator_to_array($g0(0), false));send($g1(0), 4);
}
function p39() {
  $g4 = function ($d) { yield from new Walked(1);$x = yield -5;
  note($x);trace();
  yield 3;
  };
  $g3 = function ($d) use ($g4) { $x = yield 3;
  note($x);
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 1;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$x = yield 2;
  note($x);yield 'key' => 2;
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 1;
  note($x);$q = new Mortal('0');
  yield 3;
  };
  walk($g0(0));walk($g0(0));foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p40() {
  $g4 = function ($d) { $h = pair(3);
  yield from $h;
  note($h->getReturn());$x = yield 40;
  note($x);
  yield 40;
  return -5;
  };
  $g3 = function ($d) use ($g4) { $h = pair(40);
  yield from $h;
  note($h->getReturn());yield 'key' => -5;$r = yield from pair(2);
  note($r);
  yield 40;
  return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }yield from [40, 'key' => 2];$x = yield 2;
  note($x);
  yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 1;
  return -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { trace();$r = yield from $g4($d + 1);
  note($r);$r = yield from pair(2);
  note($r);
  yield 'last' => 1;
  };
  note(iterator_to_array($g0(0), false));
}
function p41() {
  $g4 = function ($d) { $q = new Mortal('4');
  yield 40;
  return 40;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 2;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { foreach ($g2($d) as $k => $v) { yield $k => $v;
  }foreach ($g4($d) as $k => $v) { yield $k => $v;
  } } finally { note('finally');
  } yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield -5;
  note($x);$x = yield 40;
  note($x);
  yield 1;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p42() {
  $g4 = function ($d) { $r = yield from pair(3);
  note($r);
  yield 3;
  };
  $g3 = function ($d) use ($g4) { trace();yield from [2, 'key' => 1];
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from new Walked(-5);
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 40;
  note($x);
  yield 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $q = new Mortal('0');yield 'key' => 3;
  return 1;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }walk($g0(0));
}
function p43() {
  $g4 = function ($d) { $x = yield -5;
  note($x);if ($d > 1) { return -5;
  } yield 1;
  return -5;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return 1;
  }yield 'key' => 2;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { try { yield from [2, 'key' => 40];
  } catch (Exception $e) { note($e->getMessage());
  } yield 'last' => 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from [1, 'key' => 3];
  yield 'last' => 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { trace();
  yield 'last' => 1;
  };
  send($g0(0), 9);
}
function p44() {
  $g4 = function ($d) { try { $h = pair(40);
  yield from $h;
  note($h->getReturn());yield 'key' => 2;
  } catch (Exception $e) { note($e->getMessage());
  } yield 40;
  };
  $g3 = function ($d) use ($g4) { $x = yield 2;
  note($x);trace();
  yield -5;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from pair(1);
  note($r);if ($d > 1) { return 2;
  }try { foreach ($g3($d) as $k => $v) { yield $k => $v;
  } } finally { note('finally');
  } yield 3;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from [1, 'key' => 1];try { $r = yield from pair(3);
  note($r);
  } finally { note('finally');
  }yield from new Walked(-5);
  yield 40;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 'last' => 40;
  };
  walk($g0(0));
}
function p45() {
  $g4 = function ($d) { yield 'key' => 1;if ($d > 2) { throw new Exception("in 4");
  }if ($d > 1) { return 2;
  } yield 1;
  };
  $g3 = function ($d) use ($g4) { $r = yield from pair(-5);
  note($r);trace();
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from pair(1);
  note($r);yield 'key' => 3;try { trace();foreach ($g4($d) as $k => $v) { yield $k => $v;
  } } catch (Exception $e) { note($e->getMessage());
  } yield -5;
  return 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);trace();foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g1($d) as $k => $v) { yield $k => $v;
  }foreach ($g2($d) as $k => $v) { yield $k => $v;
  }foreach ($g1($d) as $k => $v) { yield $k => $v;
  } return 1;
  };
  try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }leave($g0(0), 1);walk($g0(0));
}
function p46() {
  $g4 = function ($d) { yield 'key' => 1;trace();
  yield 2;
  return 3;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(3);if ($d > 1) { return 1;
  }yield 'key' => 3;
  yield 2;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 3;try { $r = yield from $g3($d + 1);
  note($r);
  } finally { note('finally');
  }$r = yield from $g4($d + 1);
  note($r);
  yield 'last' => 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);$r = yield from $g4($d + 1);
  note($r);yield from new Walked(1);
  yield 2;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g1($d) as $k => $v) { yield $k => $v;
  }foreach ($g1($d) as $k => $v) { yield $k => $v;
  } yield 1;
  return -5;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p47() {
  $g4 = function ($d) { try { $q = new Mortal('4');try { $h = pair(2);
  yield from $h;
  note($h->getReturn());$r = yield from pair(1);
  note($r);
  } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  }$x = yield 3;
  note($x);
  yield 1;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 3;$r = yield from pair(1);
  note($r);
  yield -5;
  return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 1;
  yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$h = pair(1);
  yield from $h;
  note($h->getReturn());$r = yield from $g1($d + 1);
  note($r);
  yield 'last' => -5;
  };
  walk($g2(0));note(iterator_to_array($g0(0), false));
}
function p48() {
  $g4 = function ($d) { yield 'key' => 2;trace();
  return -5;
  };
  $g3 = function ($d) use ($g4) { $x = yield 40;
  note($x);yield from new Walked(1);$r = yield from pair(-5);
  note($r);
  yield 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 2;
  note($x);yield 'key' => 1;
  yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { if ($d > 2) { throw new Exception("in 0");
  }$r = yield from $g1($d + 1);
  note($r);
  yield 40;
  return 40;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }note(iterator_to_array($g0(0), false));
}
function p49() {
  $g4 = function ($d) { yield from new Walked(-5);yield 'key' => 3;
  yield 'last' => 2;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return 40;
  }try { $x = yield 2;
  note($x);
  } finally { note('finally');
  } yield 40;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 1) { return 2;
  }yield 'key' => 2;
  yield -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from pair(3);
  note($r);
  yield 'last' => 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { try { foreach ($g2($d) as $k => $v) { yield $k => $v;
  } } catch (Exception $e) { note($e->getMessage());
  } yield 40;
  };
  note(iterator_to_array($g0(0), false));
}
function p50() {
  $g4 = function ($d) { trace();
  return -5;
  };
  $g3 = function ($d) use ($g4) { yield from [3, 'key' => 3];$h = pair(3);
  yield from $h;
  note($h->getReturn());
  yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }yield from [2, 'key' => 3];$r = yield from $g3($d + 1);
  note($r);
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 40;yield from [-5, 'key' => 1];$r = yield from $g2($d + 1);
  note($r);
  yield 'last' => 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g1($d + 1);
  note($r);foreach ($g4($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g1($d + 1);
  note($r);
  yield 1;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }leave($g2(0), 3);
}
function p51() {
  $g4 = function ($d) { yield 'key' => -5;$h = pair(3);
  yield from $h;
  note($h->getReturn());trace();
  yield 'last' => -5;
  };
  $g3 = function ($d) use ($g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 3;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  } yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);if ($d > 2) { throw new Exception("in 1");
  }$r = yield from pair(40);
  note($r);
  yield 'last' => 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }if ($d > 1) { return 40;
  } return 2;
  };
  walk($g2(0));walk($g2(0));
}
function p52() {
  $g4 = function ($d) { $h = pair(40);
  yield from $h;
  note($h->getReturn());$x = yield 3;
  note($x);
  yield 40;
  };
  $g3 = function ($d) use ($g4) { $x = yield 1;
  note($x);try { $h = pair(-5);
  yield from $h;
  note($h->getReturn());
  } finally { note('finally');
  } yield 'last' => 1;
  };
  $g2 = function ($d) use ($g3, $g4) { try { $x = yield -5;
  note($x);
  } finally { note('finally');
  }if ($d > 2) { throw new Exception("in 2");
  } yield 'last' => 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $h = pair(-5);
  yield from $h;
  note($h->getReturn());
  yield 1;
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g2($d) as $k => $v) { yield $k => $v;
  }$q = new Mortal('0');
  yield 2;
  };
  walk($g0(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p53() {
  $g4 = function ($d) { try { try { try { yield from [1, 'key' => 1];
  } finally { note('finally');
  }$h = pair(3);
  yield from $h;
  note($h->getReturn());
  } catch (Exception $e) { note($e->getMessage());
  }yield from new Walked(40);
  } finally { note('finally');
  } yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { try { try { $x = yield -5;
  note($x);yield 'key' => 40;
  } finally { note('finally');
  }$r = yield from $g4($d + 1);
  note($r);
  } finally { note('finally');
  } yield 3;
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => 40;foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { if ($d > 1) { return -5;
  }$r = yield from $g4($d + 1);
  note($r);
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g1($d + 1);
  note($r);yield 'key' => 40;trace();
  yield 2;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p54() {
  $g4 = function ($d) { $q = new Mortal('4');if ($d > 2) { throw new Exception("in 4");
  }yield from new Walked(40);
  yield 1;
  return 40;
  };
  $g3 = function ($d) use ($g4) { $x = yield 3;
  note($x);if ($d > 1) { return 40;
  }yield 'key' => 3;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield -5;
  note($x);trace();
  yield -5;
  return 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { trace();$r = yield from $g4($d + 1);
  note($r);yield from [2, 'key' => -5];
  return -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from $g1($d + 1);
  note($r);yield from [3, 'key' => 40];
  yield 1;
  };
  leave($g2(0), 1);try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }
}
function p55() {
  $g4 = function ($d) { yield from [1, 'key' => 3];
  return 3;
  };
  $g3 = function ($d) use ($g4) { $q = new Mortal('3');try { $h = pair(2);
  yield from $h;
  note($h->getReturn());
  } finally { note('finally');
  } yield 'last' => 2;
  };
  $g2 = function ($d) use ($g3, $g4) { try { try { $r = yield from $g4($d + 1);
  note($r);yield 'key' => 1;
  } catch (Exception $e) { note($e->getMessage());
  } } catch (Exception $e) { note($e->getMessage());
  }try { $h = pair(2);
  yield from $h;
  note($h->getReturn());
  } finally { note('finally');
  }$x = yield -5;
  note($x);
  yield 1;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);$r = yield from pair(-5);
  note($r);
  yield 'last' => 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);if ($d > 2) { throw new Exception("in 0");
  } yield 3;
  };
  walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p56() {
  $g4 = function ($d) { yield 'key' => -5;yield 'key' => 3;if ($d > 2) { throw new Exception("in 4");
  } yield 3;
  return 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 'last' => -5;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g4($d + 1);
  note($r);yield from new Walked(2);
  yield 'last' => 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);yield 'key' => 40;
  return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 1;
  };
  foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }walk($g2(0));walk($g0(0));
}
function p57() {
  $g4 = function ($d) { trace();try { yield from new Walked(2);
  } catch (Exception $e) { note($e->getMessage());
  }yield from [-5, 'key' => 1];
  yield 40;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return 3;
  } yield 2;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 40;
  note($x);if ($d > 2) { throw new Exception("in 2");
  }$r = yield from $g4($d + 1);
  note($r);
  yield -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);try { yield from [40, 'key' => -5];
  } catch (Exception $e) { note($e->getMessage());
  }$r = yield from pair(40);
  note($r);
  yield 40;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { trace();
  return 40;
  };
  foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }
}
function p58() {
  $g4 = function ($d) { try { yield 'key' => 1;
  } catch (Exception $e) { note($e->getMessage());
  } yield 2;
  return -5;
  };
  $g3 = function ($d) use ($g4) { if ($d > 2) { throw new Exception("in 3");
  }$q = new Mortal('3');try { $h = pair(3);
  yield from $h;
  note($h->getReturn());yield from [40, 'key' => 3];
  } catch (Exception $e) { note($e->getMessage());
  } yield 'last' => -5;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }yield 'key' => 40;$r = yield from pair(-5);
  note($r);
  yield 40;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { foreach ($g2($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g2($d + 1);
  note($r);$q = new Mortal('1');
  yield 3;
  return -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from new Walked(3);$r = yield from pair(40);
  note($r);$r = yield from $g2($d + 1);
  note($r);
  yield 40;
  };
  send($g0(0), 9);foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p59() {
  $g4 = function ($d) { trace();
  return 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 3;
  return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);yield 'key' => 40;
  yield 3;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);try { foreach ($g2($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g2($d + 1);
  note($r);
  } finally { note('finally');
  }$r = yield from $g2($d + 1);
  note($r);
  yield 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 40;
  note($x);try { if ($d > 2) { throw new Exception("in 0");
  } } finally { note('finally');
  }$h = pair(3);
  yield from $h;
  note($h->getReturn());
  return -5;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p60() {
  $g4 = function ($d) { $q = new Mortal('4');
  return 40;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(2);
  yield 3;
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 1) { return 2;
  } yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield 'key' => 1;$r = yield from $g4($d + 1);
  note($r);$q = new Mortal('0');
  yield 3;
  return 3;
  };
  send($g0(0), 9);leave($g0(0), 0);
}
function p61() {
  $g4 = function ($d) { $x = yield 40;
  note($x);trace();
  yield 2;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 3;yield from new Walked(1);yield 'key' => 40;
  yield 1;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);try { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$x = yield 40;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }$r = yield from pair(1);
  note($r);
  return 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from new Walked(2);$r = yield from pair(-5);
  note($r);$q = new Mortal('1');
  yield 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from [2, 'key' => 3];$r = yield from $g1($d + 1);
  note($r);
  yield 'last' => 40;
  };
  send($g0(0), 9);walk($g0(0));
}
function p62() {
  $g4 = function ($d) { try { yield 'key' => 3;yield 'key' => 40;
  } catch (Exception $e) { note($e->getMessage());
  }yield from [1, 'key' => 40];
  yield -5;
  return 1;
  };
  $g3 = function ($d) use ($g4) { $q = new Mortal('3');if ($d > 2) { throw new Exception("in 3");
  } return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from new Walked(-5);
  yield 3;
  return -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);foreach ($g3($d) as $k => $v) { yield $k => $v;
  }yield 'key' => 1;
  yield -5;
  return -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from pair(-5);
  note($r);if ($d > 1) { return 1;
  } yield -5;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }
}
function p63() {
  $g4 = function ($d) { try { $x = yield 3;
  note($x);if ($d > 1) { return -5;
  } } finally { note('finally');
  }trace();
  yield 'last' => 2;
  };
  $g3 = function ($d) use ($g4) { yield from [1, 'key' => 3];yield from new Walked(1);$r = yield from $g4($d + 1);
  note($r);
  yield 'last' => 2;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from new Walked(3);
  yield 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g1($d + 1);
  note($r);yield from [3, 'key' => 2];
  yield 40;
  };
  walk($g0(0));walk($g0(0));foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p64() {
  $g4 = function ($d) { $q = new Mortal('4');$x = yield 40;
  note($x);$x = yield 3;
  note($x);
  return 3;
  };
  $g3 = function ($d) use ($g4) { yield from new Walked(40);
  return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 2;
  note($x);
  yield 'last' => 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 1;$q = new Mortal('1');
  yield 'last' => 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { foreach ($g1($d) as $k => $v) { yield $k => $v;
  } yield 'last' => 1;
  };
  send($g1(0), 4);
}
function p65() {
  $g4 = function ($d) { $q = new Mortal('4');$q = new Mortal('4');yield from new Walked(-5);
  yield 40;
  return 2;
  };
  $g3 = function ($d) use ($g4) { $x = yield -5;
  note($x);if ($d > 1) { return 40;
  }yield 'key' => 2;
  yield 2;
  return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from new Walked(-5);
  yield 'last' => 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from [-5, 'key' => 3];
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { yield from [3, 'key' => -5];$r = yield from $g4($d + 1);
  note($r);$r = yield from $g4($d + 1);
  note($r);
  return -5;
  };
  send($g1(0), 4);
}
function p66() {
  $g4 = function ($d) { $r = yield from pair(40);
  note($r);
  yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { $x = yield 1;
  note($x);
  yield -5;
  };
  $g2 = function ($d) use ($g3, $g4) { try { try { $r = yield from pair(2);
  note($r);
  } catch (Exception $e) { note($e->getMessage());
  }trace();
  } catch (Exception $e) { note($e->getMessage());
  }$r = yield from $g4($d + 1);
  note($r);try { $r = yield from $g4($d + 1);
  note($r);
  } finally { note('finally');
  } yield 'last' => -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 3;
  yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);
  yield 'last' => 2;
  };
  foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p67() {
  $g4 = function ($d) { $x = yield -5;
  note($x);trace();$x = yield 3;
  note($x);
  yield 'last' => 1;
  };
  $g3 = function ($d) use ($g4) { try { if ($d > 2) { throw new Exception("in 3");
  } } catch (Exception $e) { note($e->getMessage());
  } yield -5;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from [2, 'key' => 40];$r = yield from $g3($d + 1);
  note($r);$h = pair(-5);
  yield from $h;
  note($h->getReturn());
  yield 'last' => 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);
  return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { try { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g3($d + 1);
  note($r);
  } catch (Exception $e) { note($e->getMessage());
  } yield 2;
  return 3;
  };
  note(iterator_to_array($g0(0), false));foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p68() {
  $g4 = function ($d) { yield 'key' => -5;yield 'key' => 3;yield from new Walked(3);
  yield 3;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return -5;
  } return 2;
  };
  $g2 = function ($d) use ($g3, $g4) { foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield -5;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);
  yield -5;
  return 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 3;
  note($x);if ($d > 2) { throw new Exception("in 0");
  } yield -5;
  };
  walk($g0(0));walk($g2(0));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p69() {
  $g4 = function ($d) { try { yield 'key' => 3;yield 'key' => 2;
  } finally { note('finally');
  }try { yield from new Walked(3);
  } catch (Exception $e) { note($e->getMessage());
  }yield from new Walked(40);
  yield 'last' => 1;
  };
  $g3 = function ($d) use ($g4) { try { if ($d > 1) { return 40;
  } } catch (Exception $e) { note($e->getMessage());
  }try { yield 'key' => 2;foreach ($g4($d) as $k => $v) { yield $k => $v;
  } } catch (Exception $e) { note($e->getMessage());
  }$h = pair(-5);
  yield from $h;
  note($h->getReturn());
  yield 40;
  return 1;
  };
  $g2 = function ($d) use ($g3, $g4) { yield from [1, 'key' => -5];$r = yield from $g4($d + 1);
  note($r);
  yield -5;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 2;
  yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);trace();
  yield 3;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p70() {
  $g4 = function ($d) { yield 'key' => 40;yield from new Walked(2);$x = yield 1;
  note($x);
  yield 'last' => 40;
  };
  $g3 = function ($d) use ($g4) { $q = new Mortal('3');
  yield 3;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { try { $r = yield from $g4($d + 1);
  note($r);
  } finally { note('finally');
  }yield 'key' => 1;
  yield 'last' => 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield 'key' => 1;foreach ($g3($d) as $k => $v) { yield $k => $v;
  } yield 2;
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 40;
  note($x);
  return 40;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p71() {
  $g4 = function ($d) { $x = yield 3;
  note($x);if ($d > 2) { throw new Exception("in 4");
  } yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { $x = yield 40;
  note($x);yield from [2, 'key' => 40];
  yield 40;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 1) { return 40;
  }yield 'key' => -5;
  yield 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 40;
  note($x);$r = yield from pair(3);
  note($r);
  return 40;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 3;
  note($x);
  yield 'last' => 3;
  };
  foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
function p72() {
  $g4 = function ($d) { $x = yield 40;
  note($x);
  yield 40;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 2;
  return 2;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield -5;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $x = yield 40;
  note($x);$r = yield from $g2($d + 1);
  note($r);
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 2;
  note($x);
  yield 2;
  return 40;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }note(iterator_to_array($g0(0), false));
}
function p73() {
  $g4 = function ($d) { $q = new Mortal('4');$x = yield 2;
  note($x);
  return 1;
  };
  $g3 = function ($d) use ($g4) { trace();$r = yield from $g4($d + 1);
  note($r);$x = yield 3;
  note($x);
  return -5;
  };
  $g2 = function ($d) use ($g3, $g4) { $x = yield 1;
  note($x);trace();yield 'key' => 2;
  yield -5;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { $r = yield from $g3($d + 1);
  note($r);yield 'key' => 40;
  } catch (Exception $e) { note($e->getMessage());
  } return 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);if ($d > 2) { throw new Exception("in 0");
  } yield 2;
  return 1;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }walk($g2(0));
}
function p74() {
  $g4 = function ($d) { $q = new Mortal('4');yield 'key' => -5;$x = yield -5;
  note($x);
  yield 1;
  };
  $g3 = function ($d) use ($g4) { trace();$x = yield 40;
  note($x);if ($d > 1) { return 1;
  } yield 'last' => 40;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }try { try { $r = yield from $g4($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);
  } catch (Exception $e) { note($e->getMessage());
  } } finally { note('finally');
  }$h = pair(2);
  yield from $h;
  note($h->getReturn());
  yield -5;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from new Walked(40);yield from [-5, 'key' => 40];
  yield 2;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);
  yield 2;
  return 3;
  };
  foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p75() {
  $g4 = function ($d) { $x = yield 3;
  note($x);$x = yield -5;
  note($x);
  yield 3;
  return 1;
  };
  $g3 = function ($d) use ($g4) { yield 'key' => 40;trace();if ($d > 2) { throw new Exception("in 3");
  } yield 40;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  } yield 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { yield from [2, 'key' => 3];$r = yield from $g2($d + 1);
  note($r);$x = yield 3;
  note($x);
  yield 'last' => -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $q = new Mortal('0');foreach ($g4($d) as $k => $v) { yield $k => $v;
  } yield 2;
  };
  send($g1(0), 4);send($g0(0), 9);leave($g0(0), 0);
}
function p76() {
  $g4 = function ($d) { try { $x = yield 3;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  }if ($d > 2) { throw new Exception("in 4");
  } yield 'last' => 1;
  };
  $g3 = function ($d) use ($g4) { try { try { if ($d > 1) { return 40;
  } } finally { note('finally');
  } } catch (Exception $e) { note($e->getMessage());
  }$h = pair(-5);
  yield from $h;
  note($h->getReturn());
  yield 40;
  return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from pair(1);
  note($r);$h = pair(-5);
  yield from $h;
  note($h->getReturn());$x = yield -5;
  note($x);
  yield 'last' => 40;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { foreach ($g3($d) as $k => $v) { yield $k => $v;
  }$r = yield from $g2($d + 1);
  note($r);
  } finally { note('finally');
  }yield from [2, 'key' => -5];
  yield 'last' => 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g1($d + 1);
  note($r);$r = yield from pair(-5);
  note($r);
  yield 'last' => 3;
  };
  foreach (both($g0, $g1) as $k => $v) { note([$k, $v]);
  }
}
function p77() {
  $g4 = function ($d) { try { $x = yield 1;
  note($x);try { try { $x = yield 1;
  note($x);
  } catch (Exception $e) { note($e->getMessage());
  } } finally { note('finally');
  } } finally { note('finally');
  }$x = yield 40;
  note($x);try { if ($d > 2) { throw new Exception("in 4");
  }$h = pair(1);
  yield from $h;
  note($h->getReturn());
  } finally { note('finally');
  } yield 40;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);if ($d > 1) { return 2;
  } return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { $r = yield from $g4($d + 1);
  note($r);if ($d > 1) { return 3;
  } yield 40;
  return 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { try { yield from new Walked(1);yield from [3, 'key' => 2];
  } finally { note('finally');
  }foreach ($g3($d) as $k => $v) { yield $k => $v;
  } return -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);$r = yield from $g3($d + 1);
  note($r);
  yield 40;
  };
  note(iterator_to_array($g0(0), false));note(iterator_to_array($g0(0), false));foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p78() {
  $g4 = function ($d) { yield from [-5, 'key' => 1];$h = pair(3);
  yield from $h;
  note($h->getReturn());
  yield 3;
  };
  $g3 = function ($d) use ($g4) { $r = yield from $g4($d + 1);
  note($r);yield from [3, 'key' => 2];yield from [3, 'key' => -5];
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { try { $x = yield 40;
  note($x);$r = yield from $g3($d + 1);
  note($r);
  } catch (Exception $e) { note($e->getMessage());
  }$x = yield 40;
  note($x);
  yield 2;
  return 3;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { foreach ($g4($d) as $k => $v) { yield $k => $v;
  }$q = new Mortal('1');
  return 3;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { if ($d > 2) { throw new Exception("in 0");
  }$r = yield from $g4($d + 1);
  note($r);
  return 2;
  };
  walk($g2(0));try { interrupt($g1(0));
  } catch (Exception $e) { note($e->getLine());
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p79() {
  $g4 = function ($d) { trace();yield 'key' => 1;
  return 40;
  };
  $g3 = function ($d) use ($g4) { yield from [1, 'key' => 1];$x = yield 1;
  note($x);
  return 40;
  };
  $g2 = function ($d) use ($g3, $g4) { yield 'key' => -5;$h = pair(40);
  yield from $h;
  note($h->getReturn());
  yield 'last' => 2;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g4($d + 1);
  note($r);yield 'key' => 1;
  yield 1;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $r = yield from $g2($d + 1);
  note($r);$q = new Mortal('0');foreach ($g4($d) as $k => $v) { yield $k => $v;
  } return 3;
  };
  try { interrupt($g0(0));
  } catch (Exception $e) { note($e->getMessage());
  trace();
  }foreach ($g0(0) as $k => $v) { note([$k, $v]);
  }
}
function p80() {
  $g4 = function ($d) { if ($d > 1) { return 2;
  } yield 'last' => 3;
  };
  $g3 = function ($d) use ($g4) { if ($d > 1) { return 1;
  }trace();$x = yield 1;
  note($x);
  yield 3;
  return 3;
  };
  $g2 = function ($d) use ($g3, $g4) { if ($d > 2) { throw new Exception("in 2");
  }$q = new Mortal('2');
  yield 'last' => 1;
  };
  $g1 = function ($d) use ($g2, $g3, $g4) { $r = yield from $g3($d + 1);
  note($r);$r = yield from pair(-5);
  note($r);$r = yield from $g2($d + 1);
  note($r);
  yield -5;
  };
  $g0 = function ($d) use ($g1, $g2, $g3, $g4) { $x = yield 2;
  note($x);$h = pair(-5);
  yield from $h;
  note($h->getReturn());
  return 40;
  };
  try { interrupt($g1(0));
  } catch (Exception $e) { note($e->getLine());
  }foreach ($g1(0) as $k => $v) { note([$k, $v]);
  }
}
run(1, 'p1');
run(2, 'p2');
run(3, 'p3');
run(4, 'p4');
run(5, 'p5');
run(6, 'p6');
run(7, 'p7');
run(8, 'p8');
run(9, 'p9');
run(10, 'p10');
run(11, 'p11');
run(12, 'p12');
run(13, 'p13');
run(14, 'p14');
run(15, 'p15');
run(16, 'p16');
run(17, 'p17');
run(18, 'p18');
run(19, 'p19');
run(20, 'p20');
run(21, 'p21');
run(22, 'p22');
run(23, 'p23');
run(24, 'p24');
run(25, 'p25');
run(26, 'p26');
run(27, 'p27');
run(28, 'p28');
run(29, 'p29');
run(30, 'p30');
run(31, 'p31');
run(32, 'p32');
run(33, 'p33');
run(34, 'p34');
run(35, 'p35');
run(36, 'p36');
run(37, 'p37');
run(38, 'p38');
run(39, 'p39');
run(40, 'p40');
run(41, 'p41');
run(42, 'p42');
run(43, 'p43');
run(44, 'p44');
run(45, 'p45');
run(46, 'p46');
run(47, 'p47');
run(48, 'p48');
run(49, 'p49');
run(50, 'p50');
run(51, 'p51');
run(52, 'p52');
run(53, 'p53');
run(54, 'p54');
run(55, 'p55');
run(56, 'p56');
run(57, 'p57');
run(58, 'p58');
run(59, 'p59');
run(60, 'p60');
run(61, 'p61');
run(62, 'p62');
run(63, 'p63');
run(64, 'p64');
run(65, 'p65');
run(66, 'p66');
run(67, 'p67');
run(68, 'p68');
run(69, 'p69');
run(70, 'p70');
run(71, 'p71');
run(72, 'p72');
run(73, 'p73');
run(74, 'p74');
run(75, 'p75');
run(76, 'p76');
run(77, 'p77');
run(78, 'p78');
run(79, 'p79');
run(80, 'p80');
echo "\n#end\n";
