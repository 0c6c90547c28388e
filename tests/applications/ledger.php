<?php
// Method calls: accounts, postings and a report, as a small book-keeping application has them.
declare(strict_types=1);

interface Posting { public function amount(): int; public function apply(Account $account): void; }

abstract class Entry implements Posting
{
    public function __construct(protected int $cents, protected string $text) {}
    public function amount(): int { return $this->cents; }
    public function text(): string { return $this->text; }
}

final class Credit extends Entry
{
    public function apply(Account $account): void { $account->add($this->amount()); }
}

final class Debit extends Entry
{
    public function apply(Account $account): void { $account->add(-$this->amount() - $this->fee()); }
    private function fee(): int { return $this->cents > 5000 ? intdiv($this->cents, 200) : 0; }
}

class Account
{
    private int $balance = 0;
    private int $moves = 0;
    public function __construct(private string $owner, private ?Account $parent = null) {}
    public function owner(): string { return $this->owner; }
    public function balance(): int { return $this->balance; }
    public function moves(): int { return $this->moves; }
    public function add(int $cents): void
    {
        $this->balance += $cents;
        $this->moves++;
        if ($this->parent !== null) {
            $this->parent->add($cents);
        }
    }
    public function isOverdrawn(): bool { return $this->balance() < 0; }
}

final class Bank
{
    /** @var Account[] */
    private array $accounts = [];
    private Account $total;
    public function __construct() { $this->total = new Account('total'); }
    public function open(string $owner): Account { return $this->accounts[] = new Account($owner, $this->total); }
    public function account(int $at): Account { return $this->accounts[$at % count($this->accounts)]; }
    public function post(int $at, Posting $posting): void { $posting->apply($this->account($at)); }
    public function overdrawn(): int
    {
        $count = 0;
        foreach ($this->accounts as $account) {
            if ($account->isOverdrawn()) {
                $count++;
            }
        }
        return $count;
    }
    public function total(): Account { return $this->total; }
}

function day(Bank $bank, int $seed): int
{
    for ($i = 0; $i < 2000; $i++) {
        $seed = ($seed * 1103515245 + 12345) & 0x7fffffff;
        $cents = $seed % 9000 + 1;
        $posting = $seed & 64 ? new Credit($cents, 'in') : new Debit($cents, 'out');
        $bank->post($seed >> 8, $posting);
    }
    return $seed;
}

$rounds = (int) (getenv('ROUNDS') ?: 1);
$bank = new Bank();
for ($i = 0; $i < 50; $i++) {
    $bank->open("owner $i");
}
$seed = 42;
for ($i = 0; $i < 80 * $rounds; $i++) {
    $seed = day($bank, $seed);
    if ($i % 20 === 0) {
        echo $bank->overdrawn(), ' ';
    }
}
echo $bank->total()->balance(), ' ', $bank->total()->moves(), ' ', $bank->account(7)->owner(), "\n";
