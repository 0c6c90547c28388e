<?php
// Chains of delegations as deep as memory allows, with and without blocks that each must leave.
function plain($n) { if ($n > 0) { yield from plain($n - 1); } yield $n; }
function guarded($n) { global $left; try { if ($n > 0) { $r = yield from guarded($n - 1); } yield $n; return $n; } finally { $left++; } }
function mixed($n) { try { if ($n > 0) { yield from $n % 2 ? plain(1) : []; yield from mixed($n - 1); } yield $n; } finally { } }
function failing($n) { try { yield from $n > 0 ? failing($n - 1) : throw new Exception("deep"); } catch (LogicException $e) { } }
$sum = fn($g) => array_sum(iterator_to_array($g, false));
echo $sum(plain(30000)), ' ', $sum(guarded(30000)), ' ', $left, ' ', $sum(mixed(20000)), "\n";
try { foreach (failing(20000) as $v); } catch (Exception $e) { echo $e->getMessage(), ' ', count($e->getTrace()), "\n"; }
$g = guarded(20000); $left = 0; foreach ($g as $v) { break; } unset($g, $v); echo $left, "\n";
