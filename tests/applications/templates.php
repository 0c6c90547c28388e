<?php
// A template engine at work: templates with inheritance, loops, macros and filters are compiled to
// classes whose methods yield the text, and a page is rendered many times.

declare(strict_types=1);

namespace Templates;

final class SyntaxError extends \RuntimeException {}

final readonly class Token
{
    public function __construct(public Kind $kind, public string $text, public int $line) {}
    public function is(string ...$texts): bool { return $this->kind !== Kind::Text && in_array($this->text, $texts, true); }
}

enum Kind: string
{
    case Text = 'text';
    case Name = 'name';
    case Number = 'number';
    case String = 'string';
    case Sign = 'sign';
    case Open = 'open';
    case Close = 'close';
    case End = 'end';
}

final class Lexer
{
    private const INSIDE = '#(?<name>[a-z_]\w*)|(?<number>\d+(?:\.\d+)?)|(?<string>\'[^\']*\')|(?<close>-?[%}]})|(?<sign>==|!=|<=|>=|=>|\.\.|\?\?|[-+*/%~<>=?:.,|()[\]{}])#Ai';

    /** @return list<Token> */
    public static function tokens(string $source): array
    {
        [$tokens, $at, $line] = [[], 0, 1];
        while (preg_match('~\{([{%#])(-?)~', $source, $found, PREG_OFFSET_CAPTURE, $at)) {
            $text = substr($source, $at, $found[0][1] - $at);
            $line += substr_count($text, "\n");
            $text = $found[2][0] === '-' ? rtrim($text) : $text;
            if ($text !== '') {
                $tokens[] = new Token(Kind::Text, $text, $line);
            }
            if ($found[1][0] === '#') {
                $at = strpos($source, '#}', $found[0][1]) + 2;
                continue;
            }
            $tokens[] = new Token(Kind::Open, '{' . $found[1][0], $line);
            $at = self::inside($source, $found[0][1] + strlen($found[0][0]), $line, $tokens);
        }
        if ($at < strlen($source)) {
            $tokens[] = new Token(Kind::Text, substr($source, $at), $line);
        }
        $tokens[] = new Token(Kind::End, '', $line);
        return $tokens;
    }

    private static function inside(string $source, int $at, int &$line, array &$tokens): int
    {
        for (;;) {
            $blank = strspn($source, " \t\n", $at);
            $line += substr_count($source, "\n", $at, $blank);
            $at += $blank;
            if (!preg_match(self::INSIDE, $source, $found, PREG_UNMATCHED_AS_NULL, $at)) {
                throw new SyntaxError(sprintf('Unexpected %s on line %d', json_encode(substr($source, $at, 5)), $line));
            }
            $at += strlen($found[0]);
            foreach ([Kind::Name, Kind::Number, Kind::String, Kind::Close, Kind::Sign] as $kind) {
                if (isset($found[$kind->value])) {
                    $tokens[] = new Token($kind, $found[0], $line);
                    break;
                }
            }
            if (isset($found['close'])) {
                if ($found['close'][0] === '-') {
                    $at += strspn($source, " \t\n", $at);
                }
                return $at;
            }
        }
    }
}

interface Node
{
    public function compile(Compiler $to): void;
}

/** An expression, as the code that computes it. */
final readonly class Code
{
    public function __construct(public string $php, public bool $safe = false) {}
}

final class Compiler
{
    private array $lines = [];
    private int $depth = 1;
    public array $methods = [];
    public ?Code $parent = null;

    public function line(string $php): static
    {
        $this->lines[] = str_repeat('    ', $this->depth) . $php;
        return $this;
    }

    /** @param list<Node> $nodes */
    public function nodes(array $nodes): static
    {
        $this->depth++;
        foreach ($nodes as $node) {
            $node->compile($this);
        }
        $this->depth--;
        return $this;
    }

    public function method(string $name, array $nodes, string $parameters = 'array $context, array $blocks'): void
    {
        $outer = $this->lines;
        $this->lines = [];
        $this->line("public function $name($parameters): iterable")->line('{');
        $this->nodes($nodes)->line('    yield from [];')->line('}');
        $this->methods[$name] = implode("\n", $this->lines);
        $this->lines = $outer;
    }
}

final readonly class Text implements Node
{
    public function __construct(private string $text) {}
    public function compile(Compiler $to): void { $to->line('yield ' . var_export($this->text, true) . ';'); }
}

final readonly class Printed implements Node
{
    public function __construct(private Code $code) {}
    public function compile(Compiler $to): void
    {
        $to->line($this->code->safe ? "yield {$this->code->php};" : "yield \$this->environment->escaper->escape({$this->code->php});");
    }
}

final readonly class Set implements Node
{
    public function __construct(private string $name, private Code $code) {}
    public function compile(Compiler $to): void { $to->line("\$context['{$this->name}'] = {$this->code->php};"); }
}

final readonly class Branches implements Node
{
    public function __construct(private array $branches, private array $else) {}
    public function compile(Compiler $to): void
    {
        $word = 'if';
        foreach ($this->branches as [$test, $body]) {
            $to->line("$word ({$test->php}) {")->nodes($body);
            $word = '} elseif';
        }
        if ($this->else) {
            $to->line('} else {')->nodes($this->else);
        }
        $to->line('}');
    }
}

final readonly class Loop implements Node
{
    public function __construct(private ?string $key, private string $value, private Code $over, private array $body, private array $else) {}

    public function compile(Compiler $to): void
    {
        $key = $this->key ?? '_key';
        $to->line("\$context['_outer'] = \$context;")
            ->line("\$context['_over'] = Library::iterable({$this->over->php});")
            ->line("\$context['_done'] = false;")
            ->line("\$context['loop'] = ['parent' => \$context['_outer'], 'index0' => 0, 'index' => 1, 'first' => true];")
            ->line("if (is_array(\$context['_over']) || \$context['_over'] instanceof \\Countable) {")
            ->line("    \$length = count(\$context['_over']);")
            ->line("    \$context['loop']['left'] = \$length - 1;")
            ->line("    \$context['loop']['length'] = \$length;")
            ->line("    \$context['loop']['last'] = 1 === \$length;")
            ->line('}')
            ->line("foreach (\$context['_over'] as \$context['$key'] => \$context['{$this->value}']) {")
            ->nodes($this->body)
            ->line("    \$context['_done'] = true;")
            ->line("    ++\$context['loop']['index0'];")
            ->line("    ++\$context['loop']['index'];")
            ->line("    \$context['loop']['first'] = false;")
            ->line("    if (isset(\$context['loop']['left'])) {")
            ->line("        --\$context['loop']['left'];")
            ->line("        \$context['loop']['last'] = 0 === \$context['loop']['left'];")
            ->line('    }')
            ->line('}');
        if ($this->else) {
            $to->line("if (!\$context['_done']) {")->nodes($this->else)->line('}');
        }
        $to->line("\$_outer = \$context['_outer'];")
            ->line("unset(\$context['_over'], \$context['$key'], \$context['{$this->value}'], \$context['_outer'], \$context['_done'], \$context['loop']);")
            ->line('$context = array_intersect_key($context, $_outer) + $_outer;');
    }
}

final readonly class Block implements Node
{
    public function __construct(private string $name, private array $body) {}
    public function compile(Compiler $to): void
    {
        $to->method("block_{$this->name}", $this->body);
        $to->line("yield from \$this->block('{$this->name}', \$context, \$blocks);");
    }
}

final readonly class Macro implements Node
{
    public function __construct(private string $name, private array $parameters, private array $body) {}
    public function compile(Compiler $to): void
    {
        $to->method("macro_{$this->name}", $this->body, 'array $context, array $blocks = []');
        $defaults = [];
        foreach ($this->parameters as $name => $default) {
            $defaults[] = "'$name' => " . ($default?->php ?? 'null');
        }
        $to->line("\$context['{$this->name}'] = fn(...\$given) => \$this->called('macro_{$this->name}', [" . implode(', ', $defaults) . '], $given);');
    }
}

final readonly class Capture implements Node
{
    public function __construct(private array $filters, private array $body) {}
    public function compile(Compiler $to): void
    {
        $to->line('$captured = Library::capture((function () use (&$context, $blocks) {')
            ->nodes($this->body)
            ->line('    yield from [];')
            ->line('})());');
        $code = '$captured';
        foreach ($this->filters as $filter) {
            $code = "(\$this->environment->filter('$filter'))($code)";
        }
        $to->line("yield $code;");
    }
}

final class Parser
{
    private const POWER = ['?' => 1, 'or' => 2, 'and' => 3, '??' => 4, '==' => 5, '!=' => 5, '<' => 6, '>' => 6, '<=' => 6, '>=' => 6, 'in' => 6, 'is' => 6, '..' => 7, '+' => 8, '-' => 8, '~' => 9, '*' => 10, '/' => 10, '%' => 10];
    private int $at = 0;

    /** @param list<Token> $tokens */
    private function __construct(private readonly array $tokens, private readonly Compiler $to) {}

    public static function compile(string $class, string $source): string
    {
        $to = new Compiler();
        $parser = new self(Lexer::tokens($source), $to);
        $body = $parser->body();
        if ($to->parent) {
            $body[] = new class($to->parent) implements Node {
                public function __construct(private Code $parent) {}
                public function compile(Compiler $to): void
                {
                    $to->line("yield from \$this->environment->load({$this->parent->php})->yield(\$context, array_merge(\$this->blocks(), \$blocks));");
                }
            };
        }
        $to->method('display', $body);
        $parent = $to->parent?->php ?? 'null';
        $methods = implode("\n\n", $to->methods);
        return "final class $class extends \\Templates\\Template\n{\n    public function parent(): ?string { return $parent; }\n\n$methods\n}\n";
    }

    /** @return list<Node> */
    private function body(string ...$until): array
    {
        $nodes = [];
        for (;;) {
            $token = $this->next();
            if ($token->kind === Kind::Text) {
                $nodes[] = new Text($token->text);
            } elseif ($token->is('{{')) {
                $nodes[] = new Printed($this->expression());
                $this->close();
            } elseif ($token->kind === Kind::End) {
                if ($until) {
                    throw new SyntaxError("Unexpected end of template on line {$token->line}");
                }
                return $nodes;
            } else {
                $name = $this->name();
                if (in_array($name, $until, true)) {
                    $this->at--;
                    return $nodes;
                }
                $node = match ($name) {
                    'extends' => $this->to->parent = $this->expression(),
                    'block' => $this->block(),
                    'set' => $this->set(),
                    'if' => $this->branches(),
                    'for' => $this->loop(),
                    'macro' => $this->macro(),
                    'apply' => $this->apply(),
                    default => throw new SyntaxError("Unknown \"$name\" tag on line {$token->line}"),
                };
                $this->close();
                if ($node instanceof Node) {
                    $nodes[] = $node;
                }
            }
        }
    }

    private function block(): Block
    {
        $name = $this->name();
        $this->close();
        $body = $this->body('endblock');
        $this->expect('endblock');
        return new Block($name, $body);
    }

    private function set(): Set
    {
        $name = $this->name();
        $this->expect('=');
        return new Set($name, $this->expression());
    }

    private function branches(): Branches
    {
        [$branches, $else] = [[], []];
        do {
            $test = $this->expression();
            $this->close();
            $branches[] = [$test, $this->body('elseif', 'else', 'endif')];
            $word = $this->name();
        } while ($word === 'elseif');
        if ($word === 'else') {
            $this->close();
            $else = $this->body('endif');
            $this->expect('endif');
        }
        return new Branches($branches, $else);
    }

    private function loop(): Loop
    {
        [$key, $value] = [null, $this->name()];
        if ($this->accept(',')) {
            [$key, $value] = [$value, $this->name()];
        }
        $this->expect('in');
        $over = $this->expression();
        $this->close();
        [$body, $else] = [$this->body('else', 'endfor'), []];
        if ($this->name() === 'else') {
            $this->close();
            $else = $this->body('endfor');
            $this->expect('endfor');
        }
        return new Loop($key, $value, $over, $body, $else);
    }

    private function macro(): Macro
    {
        [$name, $parameters] = [$this->name(), []];
        $this->expect('(');
        while (!$this->accept(')')) {
            $parameter = $this->name();
            $parameters[$parameter] = $this->accept('=') ? $this->expression() : null;
            $this->accept(',');
        }
        $this->close();
        $body = $this->body('endmacro');
        $this->expect('endmacro');
        return new Macro($name, $parameters, $body);
    }

    private function apply(): Capture
    {
        $filters = [$this->name()];
        while ($this->accept('|')) {
            $filters[] = $this->name();
        }
        $this->close();
        $body = $this->body('endapply');
        $this->expect('endapply');
        return new Capture($filters, $body);
    }

    private function expression(int $power = 0): Code
    {
        $left = $this->operand();
        while (($own = self::POWER[$this->peek()->text] ?? -1) > $power && $this->peek()->kind !== Kind::String) {
            $sign = $this->next()->text;
            if ($sign === '?') {
                $then = $this->expression();
                $this->expect(':');
                $else = $this->expression();
                $left = new Code("({$left->php} ? {$then->php} : {$else->php})", $then->safe && $else->safe);
            } elseif ($sign === 'is') {
                $not = $this->accept('not') ? '!' : '';
                $left = new Code("({$not}Library::is" . ucfirst($this->name()) . "({$left->php}))");
            } else {
                $right = $this->expression($own);
                $left = new Code(match ($sign) {
                    '..' => "range({$left->php}, {$right->php})",
                    'in' => "Library::contains({$right->php}, {$left->php})",
                    'and' => "({$left->php} && {$right->php})",
                    'or' => "({$left->php} || {$right->php})",
                    '~' => "(Library::text({$left->php}) . Library::text({$right->php}))",
                    default => "({$left->php} $sign {$right->php})",
                });
            }
        }
        return $left;
    }

    private function operand(): Code
    {
        $token = $this->next();
        $code = match (true) {
            $token->kind === Kind::Number => new Code($token->text),
            $token->kind === Kind::String => new Code($token->text, true),
            $token->is('(') => $this->closed($this->expression(), ')'),
            $token->is('[') => $this->listed(),
            $token->is('-') => new Code('(-' . $this->operand()->php . ')'),
            $token->is('not') => new Code('(!' . $this->operand()->php . ')'),
            $token->is('true', 'false', 'null') => new Code($token->text),
            $token->kind === Kind::Name => $this->named($token->text),
            default => throw new SyntaxError("Unexpected \"{$token->text}\" on line {$token->line}"),
        };
        return $this->followed($code);
    }

    private function followed(Code $code): Code
    {
        for (;;) {
            if ($this->accept('.')) {
                $name = $this->next()->text;
                $arguments = $this->accept('(') ? $this->arguments(')') : '[]';
                $code = new Code("\$this->environment->attribute({$code->php}, '$name', $arguments)");
            } elseif ($this->accept('[')) {
                $code = new Code("\$this->environment->attribute({$code->php}, " . $this->closed($this->expression(), ']')->php . ', [])');
            } elseif ($this->accept('|')) {
                $name = $this->name();
                $rest = $this->accept('(') ? ', ...' . $this->arguments(')') : '';
                $code = new Code("(\$this->environment->filter('$name'))({$code->php}$rest)", in_array($name, ['raw', 'json'], true));
            } else {
                return $code;
            }
        }
    }

    private function named(string $name): Code
    {
        if ($this->accept('=>')) {
            $this->at--;
        }
        if ($this->peek()->is('=>')) {
            $this->next();
            $body = $this->expression();
            return new Code("(function (\$given) use (\$context) { \$context['$name'] = \$given; return {$body->php}; })");
        }
        if ($this->accept('(')) {
            $arguments = $this->arguments(')');
            return $name === 'parent'
                ? new Code('$this->inherited(__FUNCTION__, $context, $blocks)', true)
                : new Code("Library::invoke(\$context['$name'] ?? '$name', $arguments)", true);
        }
        return new Code("(\$context['$name'] ?? null)");
    }

    private function listed(): Code
    {
        return new Code($this->arguments(']'));
    }

    private function arguments(string $close): string
    {
        $parts = [];
        while (!$this->accept($close)) {
            $part = $this->expression()->php;
            $parts[] = $this->accept(':') ? "$part => " . $this->expression()->php : $part;
            $this->accept(',');
        }
        return '[' . implode(', ', $parts) . ']';
    }

    private function closed(Code $code, string $close): Code
    {
        $this->expect($close);
        return $code;
    }

    private function peek(): Token { return $this->tokens[$this->at]; }
    private function next(): Token { return $this->tokens[$this->at++]; }

    private function accept(string $text): bool
    {
        if ($this->tokens[$this->at]->is($text)) {
            $this->at++;
            return true;
        }
        return false;
    }

    private function expect(string $text): void
    {
        $token = $this->next();
        if ($token->text !== $text) {
            throw new SyntaxError("Expected \"$text\", not \"{$token->text}\" on line {$token->line}");
        }
    }

    private function name(): string
    {
        $token = $this->next();
        return $token->kind === Kind::Name ? $token->text : throw new SyntaxError("Expected a name, not \"{$token->text}\" on line {$token->line}");
    }

    private function close(): void
    {
        $token = $this->next();
        if ($token->kind !== Kind::Close) {
            throw new SyntaxError("Unexpected \"{$token->text}\" on line {$token->line}");
        }
    }
}

final readonly class Markup implements \Stringable, \Countable
{
    public function __construct(private string $content) {}
    public function __toString(): string { return $this->content; }
    public function count(): int { return mb_strlen($this->content); }
}

final class Library
{
    public static function iterable(mixed $value): iterable { return is_iterable($value) ? $value : []; }
    public static function text(mixed $value): string { return (string) $value; }
    public static function isOdd(int $value): bool { return $value % 2 !== 0; }
    public static function isEmpty(mixed $value): bool { return $value === null || $value === '' || $value === false || $value === []; }
    public static function invoke(callable $what, array $given): mixed { return $what(...$given); }

    public static function contains(mixed $where, mixed $what): bool
    {
        return match (true) {
            is_string($where) => str_contains($where, (string) $what),
            is_array($where) => in_array($what, $where, true),
            default => false,
        };
    }

    public static function capture(iterable $body): Markup
    {
        $level = ob_get_level();
        ob_start();
        try {
            foreach ($body as $text) {
                echo $text;
            }
        } catch (\Throwable $error) {
            while (ob_get_level() > $level) {
                ob_end_clean();
            }
            throw $error;
        }
        return new Markup(ob_get_clean());
    }

    public static function filters(): array
    {
        return [
            'upper' => static fn($text) => mb_strtoupper((string) $text),
            'lower' => static fn($text) => strtolower((string) $text),
            'title' => static fn(string $text): string => ucwords($text),
            'trim' => static fn($text): string => trim((string) $text),
            'raw' => static fn($text) => new Markup((string) $text),
            'json' => static fn(mixed $value): string => json_encode($value),
            'length' => static fn(mixed $value): int => match (true) {
                is_string($value) => mb_strlen($value),
                $value instanceof \Countable, is_array($value) => count($value),
                default => 0,
            },
            'join' => static fn(array $parts, string $glue = ''): string => implode($glue, $parts),
            'slice' => static fn(array $list, int $from, ?int $length = null): array => array_slice($list, $from, $length),
            'sort' => static function (array $list, ?string $by = null): array {
                uasort($list, static fn($a, $b) => $by === null ? $a <=> $b : $a[$by] <=> $b[$by]);
                return $list;
            },
            'filter' => static fn(array $list, callable $keeps): array => array_filter($list, static fn($value) => $keeps($value)),
            'map' => static fn(array $list, callable $to): array => array_map($to, $list),
            'number' => static fn(float|int $number, int $places = 2): string => number_format((float) $number, $places, ',', '.'),
            'replace' => static fn(string $text, array $pairs): string => strtr($text, $pairs),
            'default' => static fn(mixed $value, mixed $else): mixed => self::isEmpty($value) ? $else : $value,
            'slug' => static fn(string $text): string => trim(preg_replace_callback('~[^a-z0-9]+~i', static fn(array $found): string => strlen($found[0]) > 2 ? '--' : '-', strtolower($text)), '-'),
        ];
    }
}

final class Escaper
{
    private array $safe = [Markup::class => true];
    public int $calls = 0;

    public function escape(mixed $value, string $for = 'html', ?string $charset = null): string
    {
        $this->calls++;
        if (!is_string($value)) {
            if ($value instanceof \Stringable) {
                $class = $value::class;
                $text = (string) $value;
                if (isset($this->safe[$class])) {
                    return $text;
                }
                $value = $text;
            } elseif (is_scalar($value)) {
                return (string) $value;
            } else {
                return '';
            }
        }
        return match ($for) {
            'html' => htmlspecialchars($value, ENT_QUOTES | ENT_SUBSTITUTE, $charset ?? 'UTF-8'),
            'url' => rawurlencode($value),
        };
    }
}

abstract class Template
{
    private array $own = [];

    public function __construct(protected readonly Environment $environment)
    {
        foreach (get_class_methods($this) as $method) {
            if (str_starts_with($method, 'block_')) {
                $this->own[substr($method, 6)] = [$this, $method];
            }
        }
    }

    abstract public function parent(): ?string;
    abstract public function display(array $context, array $blocks): iterable;

    public function blocks(): array { return $this->own; }

    public function yield(array $context, array $blocks = []): iterable
    {
        $blocks = $blocks + $this->own;
        yield from $this->display($context, $blocks);
    }

    public function render(array $context): string
    {
        $content = '';
        foreach ($this->yield($context) as $text) {
            $content .= $text;
        }
        return $content;
    }

    protected function block(string $name, array $context, array $blocks): iterable
    {
        if (isset($blocks[$name])) {
            [$template, $method] = $blocks[$name];
            if ($this->parent() === null || $template !== $this || !method_exists($this->environment->load($this->parent()), $method)) {
                yield from $template->$method($context, $blocks);
            }
        }
    }

    protected function inherited(string $method, array $context, array $blocks): string
    {
        return implode('', iterator_to_array($this->environment->load($this->parent())->$method($context, $blocks), false));
    }

    protected function called(string $macro, array $defaults, array $given): Markup
    {
        $names = array_keys($defaults);
        $context = $defaults;
        foreach ($given as $at => $value) {
            $context[$names[$at]] = $value;
        }
        return Library::capture($this->$macro($context));
    }
}

final class Environment
{
    private array $loaded = [];
    private array $filters;
    private static array $methods = [];
    public readonly Escaper $escaper;

    public function __construct(private readonly array $sources)
    {
        $this->filters = Library::filters();
        $this->escaper = new Escaper();
    }

    public function load(string $name): Template { return $this->loaded[$name] ??= $this->compiled($name, $this->sources[$name]); }

    public function filter(string $name): callable
    {
        return $this->filters[$name] ?? throw new SyntaxError("Unknown \"$name\" filter");
    }

    public function compiled(string $name, string $source): Template
    {
        $class = 'Template_' . hash('xxh128', $name . $source);
        if (!class_exists(__NAMESPACE__ . '\\' . $class, false)) {
            eval('namespace ' . __NAMESPACE__ . ";\n" . Parser::compile($class, $source));
        }
        return new (__NAMESPACE__ . '\\' . $class)($this);
    }

    public function attribute(mixed $of, int|string $name, array $arguments): mixed
    {
        if (is_array($of)) {
            return isset($of[$name]) || array_key_exists($name, $of) ? $of[$name] : null;
        }
        if (!is_object($of)) {
            return null;
        }
        if ($of instanceof \ArrayAccess && isset($of[$name])) {
            return $of[$name];
        }
        if (!$arguments && isset($of->$name)) {
            return $of->$name;
        }
        $class = $of::class;
        if (!isset(self::$methods[$class])) {
            foreach (get_class_methods($of) as $method) {
                $lower = strtolower($method);
                self::$methods[$class][$lower] = $method;
                if (str_starts_with($lower, 'get')) {
                    self::$methods[$class][substr($lower, 3)] ??= $method;
                }
            }
        }
        $method = self::$methods[$class][strtolower($name)] ?? null;
        return $method === null ? null : $of->$method(...$arguments);
    }
}

final class Article implements \ArrayAccess
{
    private array $extra = ['rating' => 4];
    public function __construct(public string $title, public string $text, public array $tags, private int $cents) {}
    public function getPrice(): float { return $this->cents / 100; }
    public function times(int $count): string { return str_repeat('*', $count); }
    public function offsetExists(mixed $key): bool { return isset($this->extra[$key]); }
    public function offsetGet(mixed $key): mixed { return $this->extra[$key]; }
    public function offsetSet(mixed $key, mixed $value): void { $this->extra[$key] = $value; }
    public function offsetUnset(mixed $key): void { unset($this->extra[$key]); }
}

$environment = new Environment([
    'base' => <<<'HTML'
        <!doctype html><title>{% block title %}Shop{% endblock %}</title>
        <ul>{% for name, url in menu %}<li{{ loop.first ? ' class="first"'|raw : '' }}><a href="{{ url }}">{{ name|upper }}</a>{% endfor %}</ul>
        {% block body %}{% endblock %}
        <footer>{% block footer %}{{ year > 2000 ? 'since 2000' : 'never' }}{% endblock %}</footer>
        HTML,
    'page' => <<<'HTML'
        {% extends 'base' %}
        {% block title %}{{ parent() }}: {{ title|title }} ({{ articles|length }}){% endblock %}
        {# What follows is the page itself. #}
        {% block body %}
        {% set total = 0 %}
        {% for article in articles|filter(a => a.price > 3) %}
        <tr class="{{ loop.index0 is odd ? 'odd' : 'even' }}"><td>{{ loop.index }}/{{ loop.length }}<td>{{ article.title }}<td>{{ article.price|number }} {{ article['rating'] }}{{ article.times(3) }}
        {%- for tag in article.tags|slice(0, 2) -%}
          <em>{{ tag|replace(['t': 'T', '-': '_']) }}</em>{{ not loop.last ? ', ' : '' }}
        {%- else -%} no tags {%- endfor -%}
        {% set total = total + article.price %}
        {% else %}nothing{% endfor %}
        <p>{{ total|number(1) }} {{ articles|map(a => a.title|length)|join('+') }} {{ none ?? 'no value' }} {{ missing.deep.name }}
        {% if flags.new and not flags.old or 'x' in title %}new{% elseif flags is empty %}empty{% else %}old{% endif %}
        {% for n in 1..5 %}{{ n is odd ? n : '-' }}{{ n * 2 - 1 }}{% endfor %} {{ [3, 1, 2]|sort|join(',') }} {{ ['a': 1, 'b': [true, null]]|json }}
        {% apply upper|trim %} shouted {{ title }} {% endapply %} {{ title|slug }} {{ 'a' ~ 1 ~ title }}
        {% endblock %}
        {% block footer %}{{ strlen(title) }}{% endblock %}
        HTML,
    'forms' => <<<'HTML'
        {% macro field(name, value, type = 'text') %}<input type="{{ type }}" name="{{ name }}" value="{{ value|default('none') }}">{% endmacro %}
        {% for name, value in fields %}{{ field(name, value) }}{{ field(name, value, 'number') }}
        {% endfor %}
        HTML,
]);

$articles = [];
foreach (['lamp', 'chair', '<table>', 'pen', 'ink & paper'] as $at => $name) {
    $articles[] = new Article($name, "about $name", $at % 2 ? ['first-tag', 'second', 'third'] : [], 250 * ($at + 1));
}
$sums = [];
$rounds = 200 * (int) (getenv('ROUNDS') ?: 1);
for ($round = 0; $round < $rounds; $round++) {
    $page = $environment->load('page')->render([
        'title' => 'all we sell ' . chr(97 + $round % 26),
        'articles' => array_slice($articles, 0, 1 + $round % 5),
        'menu' => ['home' => '/', 'all "things"' => '/all?a=1&b=2', 'help' => '/help'],
        'flags' => ['new' => true, 'old' => $round % 3 === 0],
        'year' => 1999 + $round % 2,
    ]);
    $page .= $environment->load('forms')->render(['fields' => ['q"x' => null, 'n' => 5, 'o' => $round % 7]]);
    if ($round < 5) {
        echo preg_replace('/\n\s+/', "\n", $page), "\n";
    }
    $sums[$round % 130] = md5($page);
}
echo md5(implode($sums)), ' ', intdiv($environment->escaper->calls, $rounds), "\n";
foreach (['{{ none.sense( }}', '{% if 1 %}', '{{ 1|nofilter }}', '{% for %}', '{{ ? }}', '{% nothing %}'] as $wrong) {
    try {
        $environment->compiled('wrong', $wrong)->render([]);
    } catch (SyntaxError $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
