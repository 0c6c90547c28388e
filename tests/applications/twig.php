<?php
// Twig at work: a page with inheritance, loops, macros, filters and a filter of its own, rendered
// many times; its templates are compiled in this process.
//
// Finds its libraries by include_path.

require 'Twig/autoload.php';

$templates = [
    'base.html' => <<<'TWIG'
        <!doctype html><title>{% block title %}Shop{% endblock %}</title>
        {% block menu %}<ul>{% for name, url in menu %}<li{{ loop.first ? ' class="first"' }}><a href="{{ url }}">{{ name|upper }}</a></li>{% endfor %}</ul>{% endblock %}
        <main>{% block body %}{% endblock %}</main>
        <footer>{{ 'now'|date('Y') > 2000 ? 'since 2000' : 'never' }} {{ include('small.html', {text: '<b>'}) }}</footer>
        TWIG,
    'small.html' => '<small>{{ text }}{{ text|raw }}</small>',
    'forms.html' => <<<'TWIG'
        {% macro field(name, value, type = 'text') %}<input type="{{ type }}" name="{{ name|e('html_attr') }}" value="{{ value|default('none') }}">{% endmacro %}
        TWIG,
    'page.html' => <<<'TWIG'
        {% extends 'base.html' %}
        {% from 'forms.html' import field %}
        {% block title %}{{ parent() }}: {{ page.title|title }} ({{ items|length }}){% endblock %}
        {% block body %}
        {% set total = 0 %}
        {% for item in items|filter(i => i.price > 3)|sort((a, b) => a.price <=> b.price) %}
        <tr class="{{ cycle(['odd', 'even'], loop.index0) }}"><td>{{ loop.index }}/{{ loop.length }}<td>{{ item.name|stars }}<td>{{ item.price|number_format(2, ',', '.') }}
        {%- for tag in item.tags|slice(0, 2) -%}
          <em>{{ tag|replace({'t': 'T', '-': '_'})|capitalize }}</em>{{ not loop.last ? ', ' }}
        {%- else -%} no tags {%- endfor -%}
        {% set total = total + item.price %}
        {% else %}nothing{% endfor %}
        <p>{{ 'Sum %.2f of %d'|format(total, items|length) }} {{ items|map(i => i.name|length)|join('+') }} = {{ items|reduce((sum, i) => sum + i.name|length, 0) }}
        {{ field('q"x', page.query) }}{{ field('n', 5, 'number') }}{{ max(1, items|length) }} {{ random_free ?? 'no value' }}
        {% if page.flags.new and not page.flags.old or 'x' in page.title %}new{% elseif page.flags is empty %}empty{% else %}old{% endif %}
        {% for n in 1..5|reverse %}{{ n is odd ? n : '-' }}{{ n b-and 1 }}{% endfor %} {{ [3, 1, 2]|sort|json_encode }} {{ {a: 1, b: [true, null]}|json_encode }}
        {{ page.text|striptags|nl2br }} {{ page.text|e('js') }} {{ page.text|url_encode }} {{ page.title starts with 'a' ? 1 : 0 }}{{ page.title matches '/^[a-z ]+$/' ? 'm' : 'n' }}
        {% apply upper|trim %} shouted {{ page.title }} {% endapply %}{{ page.method(3) }}{{ attribute(page, 'title') }}
        {% endblock %}
        TWIG,
];

class Page
{
    public array $flags = ['new' => true, 'old' => false];
    public string $text = "<p>line one\nline 'two' & more</p>";
    public ?string $query = null;
    public function __construct(public string $title) {}
    public function method(int $times): string { return str_repeat('=', $times); }
    public function getHidden(): string { return 'hidden'; }
}

$twig = new Twig\Environment(new Twig\Loader\ArrayLoader($templates), ['strict_variables' => false, 'autoescape' => 'html']);
$twig->addFilter(new Twig\TwigFilter('stars', fn(string $text) => "*$text*"));

$items = [];
foreach (['lamp', 'chair', '<table>', 'pen', 'ink & paper'] as $at => $name) {
    $items[] = ['name' => $name, 'price' => 2.5 * ($at + 1), 'tags' => $at % 2 ? ['first-tag', 'second', 'third'] : []];
}
$sums = [];
$rounds = 300 * (int) (getenv('ROUNDS') ?: 1);
for ($round = 0; $round < $rounds; $round++) {
    $page = $twig->render('page.html', [
        'page' => new Page("all we sell " . chr(97 + $round % 26)),
        'items' => array_slice($items, 0, 1 + $round % 5),
        'menu' => ['home' => '/', 'all "things"' => '/all?a=1&b=2', 'help' => '/help'],
    ]);
    if ($round < 5) {
        echo preg_replace('/\n\s+/', "\n", $page), "\n";
    }
    $sums[$round % 130] = md5($page);
}
echo md5(implode($sums)), "\n";
foreach (['{{ none.sense( }}', '{% if 1 %}', '{{ 1|nofilter }}'] as $wrong) {
    try {
        $twig->createTemplate($wrong)->render([]);
    } catch (Twig\Error\Error $error) {
        echo get_class($error), ' ', preg_replace('/__string_template__\w+/', '', $error->getRawMessage()), ' ', $error->getTemplateLine(), "\n";
    }
}
