<?php
// A zone is the same one whatever the case of its name and however many others were asked for.
$names = ['Europe/Berlin', 'europe/berlin', 'UTC', 'utc', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'EUROPE/BERLIN', 'Europe/London', 'Asia/Tokyo'];
foreach ([0, 1] as $round) {
    foreach ($names as $name) {
        $zone = new DateTimeZone($name);
        foreach ([-3000000000, 0, 1720000000, 1730000000, 4000000000, 8000000000] as $at) {
            echo (new DateTimeImmutable("@$at"))->setTimezone($zone)->format('c T I'), "\n";
        }
        date_default_timezone_set($name);
        echo date_default_timezone_get(), ' ', date('T', 0), ' ', gmdate('T e', 0), "\n";
    }
}
foreach (['Nowhere/City', 'Nowhere/City'] as $name) {
    try { new DateTimeZone($name); } catch (Exception $e) { echo $e->getMessage(), "\n"; }
}
echo count((new DateTimeZone('Europe/Berlin'))->getTransitions(0, 2000000000)), "\n";
