<?php
// Tasks that hand packets to each other until all is done: many small methods on linked objects.
abstract class Task
{
    public ?Packet $waiting = null;
    public int $handled = 0;
    public function __construct(public readonly string $name, protected Scheduler $scheduler) {}
    abstract protected function handle(Packet $packet): void;
    public function take(Packet $packet): void { $packet->next = $this->waiting; $this->waiting = $packet; }
    public function step(): bool
    {
        if ($this->waiting === null) return false;
        $packet = $this->waiting;
        $this->waiting = $packet->next;
        $packet->next = null;
        $this->handled++;
        $this->handle($packet);
        return true;
    }
}
final class Packet
{
    public ?Packet $next = null;
    public array $words = [];
    public function __construct(public int $kind, public int $left) {}
}
final class Worker extends Task
{
    private int $count = 0;
    protected function handle(Packet $packet): void
    {
        for ($i = 0; $i < 4; $i++) {
            $this->count = $this->count * 31 + $packet->kind & 0xffff;
            $packet->words[$i] = $this->count % 26;
        }
        $this->scheduler->send($packet->kind === 0 ? 'device' : 'other device', $packet);
    }
}
final class Device extends Task
{
    protected function handle(Packet $packet): void
    {
        if (--$packet->left > 0) $this->scheduler->send('worker', $packet);
        else $this->scheduler->done += array_sum($packet->words);
    }
}
final class Scheduler
{
    private array $tasks = [];
    public int $done = 0;
    public function add(Task $task): void { $this->tasks[$task->name] = $task; }
    public function send(string $name, Packet $packet): void { $this->tasks[$name]->take($packet); }
    public function run(): int
    {
        do {
            $busy = false;
            foreach ($this->tasks as $task) $busy = $task->step() || $busy;
        } while ($busy);
        return array_sum(array_map(fn(Task $task) => $task->handled, $this->tasks));
    }
}
$scheduler = new Scheduler;
$scheduler->add(new Worker('worker', $scheduler));
$scheduler->add(new Device('device', $scheduler));
$scheduler->add(new Device('other device', $scheduler));
for ($i = 0; $i < 50; $i++) $scheduler->send('worker', new Packet($i % 2, (int) ($argv[1] ?? 3000)));
echo $scheduler->run(), ' ', $scheduler->done, "\n";
