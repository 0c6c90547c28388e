<?php
// Orders as applications have them: enums, value objects, closures, string keys, exceptions.
enum State: string
{
    case Open = 'open';
    case Paid = 'paid';
    case Sent = 'sent';
    public function next(): self { return match ($this) { self::Open => self::Paid, default => self::Sent }; }
}
final readonly class Price
{
    public function __construct(public int $cents, public string $currency = 'EUR') {}
    public function plus(Price $other): static { return new static($this->cents + $other->cents, $this->currency); }
    public function __toString(): string { return sprintf('%d.%02d %s', intdiv($this->cents, 100), $this->cents % 100, $this->currency); }
}
final class Order
{
    private array $lines = [];
    public State $state = State::Open;
    public function __construct(public readonly int $id) {}
    public function add(string $article, int $count, Price $price): static
    {
        $this->lines[] = ['article' => $article, 'count' => $count, 'price' => $price];
        return $this;
    }
    public function total(): Price
    {
        $total = new Price(0);
        foreach ($this->lines as ['count' => $count, 'price' => $price]) {
            for ($i = 0; $i < $count; $i++) $total = $total->plus($price);
        }
        return $total;
    }
    public function articles(): array { return array_column($this->lines, 'count', 'article'); }
}
function orders(int $count): Generator
{
    for ($i = 0; $i < $count; $i++) {
        yield (new Order($i))->add("article $i", 1 + $i % 3, new Price(199 + $i % 50))->add('postage', 1, new Price(500));
    }
}
$sold = $states = [];
$length = 0;
$listeners = [
    'paid' => fn(Order $order) => $order->id % 7 === 0 ? throw new DomainException("order $order->id") : null,
    'sent' => function (Order $order) use (&$sold) {
        foreach ($order->articles() as $article => $count) $sold[$article] = ($sold[$article] ?? 0) + $count;
    },
];
foreach (orders((int) ($argv[1] ?? 30000)) as $order) {
    try {
        for ($i = 0; $i < 2; $i++) {
            $order->state = $order->state->next();
            $listeners[$order->state->value]($order);
        }
    } catch (DomainException $e) {
        $length += strlen($e->getMessage());
    } finally {
        $states[$order->state->value] = ($states[$order->state->value] ?? 0) + 1;
    }
    $length += strlen((string) $order->total());
}
ksort($states);
echo json_encode($states), ' ', count($sold), ' ', $sold['postage'], " $length\n";
