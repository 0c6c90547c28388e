<?php
// String-keyed arrays: rows as a database gives them, filtered, joined, grouped and summed.

function rows(int $count, int $seed): array
{
    $cities = ['Oslo', 'Lima', 'Kyoto', 'Accra', 'Turin', 'Quito'];
    $rows = [];
    for ($i = 0; $i < $count; $i++) {
        $seed = ($seed * 1103515245 + 12345) & 0x7fffffff;
        $rows[] = [
            'id' => $i,
            'customer' => 'c' . $seed % 300,
            'city' => $cities[$seed % 6],
            'quantity' => $seed % 9 + 1,
            'price' => $seed % 5000,
            'status' => $seed % 7 === 0 ? 'open' : 'paid',
        ];
    }
    return $rows;
}

function report(array $rows, array $rates): array
{
    $groups = [];
    foreach ($rows as $row) {
        if ($row['status'] !== 'paid') {
            continue;
        }
        $city = $row['city'];
        if (!isset($groups[$city])) {
            $groups[$city] = ['orders' => 0, 'cents' => 0, 'customers' => []];
        }
        $groups[$city]['orders']++;
        $groups[$city]['cents'] += $row['quantity'] * $row['price'] + $rates[$city]['postage'];
        $groups[$city]['customers'][$row['customer']] = ($groups[$city]['customers'][$row['customer']] ?? 0) + $row['quantity'];
    }
    ksort($groups);
    return $groups;
}

function best(array $customers): string
{
    $name = '';
    $most = -1;
    foreach ($customers as $customer => $quantity) {
        if ($quantity > $most) {
            $most = $quantity;
            $name = $customer;
        }
    }
    return "$name:$most";
}

$rates = [];
foreach (['Oslo' => 400, 'Lima' => 900, 'Kyoto' => 1200, 'Accra' => 800, 'Turin' => 300, 'Quito' => 950] as $city => $postage) {
    $rates[$city] = ['postage' => $postage, 'currency' => 'EUR'];
}
$rounds = (int) (getenv('ROUNDS') ?: 1);
for ($i = 0; $i < 12 * $rounds; $i++) {
    $lines = [];
    foreach (report(rows(6000, $i + 1), $rates) as $city => $group) {
        $lines[] = $city . '=' . $group['orders'] . '/' . $group['cents'] . '/' . best($group['customers']);
    }
    if ($i % 6 === 0) {
        echo implode(' ', $lines), "\n";
    }
}
