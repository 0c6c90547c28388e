<?php
class Real {}
class_alias('Real', 'Alias');
class Takes {
    public Real $held;
    public function take(Real $real): ?Real { return $real; }
}
class TakesAlias extends Takes {
    public Alias $held;
    public function take(Alias $real): Alias { return $real; }
}
var_dump((new TakesAlias)->take(new Alias));
var_dump(class_exists('Known'));
class Known extends Takes {}
