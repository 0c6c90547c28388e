<?php
enum Suit: string { case Spades = "z"; case Hearts = "b"; case Clubs = "c"; }
enum Other { case One; }
$hearts = Suit::Hearts;
$values = [Suit::Spades, Suit::Hearts, Other::One, &$hearts, Suit::Clubs, Suit::Spades, Other::One, Suit::Clubs];
foreach (array_unique($values, SORT_REGULAR) as $key => $case) echo $key, " ", $case->name, "\n";
