<?php
class M { function __construct(public $n){} function __destruct() { echo "~{$this->n} "; } }
function g() { $q = new M(1); yield 2; }
function h() { $q = new M(2); yield from g(); $z = new M(3); return 5; }
echo json_encode(iterator_to_array(g(), false)), "\n";
echo json_encode(iterator_to_array(h(), false)), "\n";
function c($x) { echo json_encode($x), "\n"; }
c(iterator_to_array(g(), false));
$g = h(); while ($g->valid()) { c($g->current()); $g->next(); } c($g->getReturn());
$g = h(); while ($g->valid()) { c($g->current()); c($g->send(1)); } 
foreach (h() as $v) c($v);
function y() { foreach (h() as $v) yield $v; yield 7; }
$g = y(); while ($g->valid()) { c($g->current()); $g->next(); }
