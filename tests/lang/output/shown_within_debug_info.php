<?php
// An object that is being shown is so in calls that its __debugInfo() makes, each way by itself.
class Shown {
    public $value = 1;
    public function __debugInfo() {
        $export = var_export($this, true);
        ob_start();
        var_dump($this);
        return ['dump' => ob_get_clean(), 'export' => $export, 'json' => json_encode($this)];
    }
}
$shown = new Shown;
var_dump($shown);
var_dump([$shown, $shown]);
(function () {
    $array = new SplFixedArray(2);
    $array[0] = $array;
    debug_zval_dump($array);
})();
