<?php
// Strings and arrays of evaluated code live on in whatever they were put into, while the code and much
// other code is gone.

class Keeper
{
    public static $list = [];
    public $text = '';
    public function keep($what) { self::$list[] = $what; $this->text .= is_array($what) ? json_encode($what) : $what; }
}

function churn(int $times): int
{
    $sum = 0;
    for ($i = 0; $i < $times; $i++) {
        $sum += strlen(eval("\$v = 'churned $i and on'; return \$v;"));
        $sum += count(eval("return ['k$i' => [$i, 'inner $i'], $i];"));
    }
    return $sum;
}

$keeper = new Keeper;
$texts = $arrays = $keyed = $switched = [];
for ($i = 0; $i < 150; $i++) {
    $texts[] = eval("return 'text $i';");
    $arrays[] = eval("return [$i, 'a$i' => ['b$i' => 'c$i', 7 => null], 'x' => -0.5];");
    $keyed[] = eval("\$v = $i; return ['first$i' => \$v, 'second' => \"in \$v\", 'third$i' => [\$v]];");
    $switched[] = eval("switch ('s' . \$i) { case 's$i': return 'found'; case 't$i': return 'other'; default: return 'none'; }");
    eval("\$keeper->keep('kept $i'); \$keeper->keep(['kept $i', $i]);");
    eval("\$GLOBALS['global $i'] = 'value $i'; \$named['n$i']['m'] = 'deep $i';");
    eval("define('EVALUATED_LITERAL_$i', ['constant $i', $i]); const EVALUATED_TOO_$i = 'also $i';");
}
echo churn(500), "\n";
echo md5(json_encode([$texts, $arrays, $keyed, $switched, $named])), ' ', $texts[149], ' ', json_encode($arrays[149]), "\n";
echo json_encode($keyed[149]), ' ', implode(array_unique($switched)), ' ', $GLOBALS['global 99'], ' ', json_encode($named['n99']), "\n";
echo count(Keeper::$list), ' ', md5($keeper->text), ' ', json_encode(Keeper::$list[299]), "\n";
echo json_encode(constant('EVALUATED_LITERAL_42')), ' ', constant('EVALUATED_TOO_42'), "\n";
foreach (array_keys($GLOBALS) as $name) if (str_starts_with($name, 'global ')) unset($GLOBALS[$name]);

// A literal that is written to is another one at the next turn.
for ($i = 0; $i < 3; $i++) {
    eval("for (\$turn = 0; \$turn < 3; \$turn++) {
        \$text = 'abc$i'; \$text[1] = 'X'; \$text .= '!';
        \$list = [1, [2, 'three$i']]; \$list[1][] = \$turn; \$list[] = \$text;
        foreach (\$list as &\$item) if (is_int(\$item)) \$item++;
        unset(\$item);
        echo json_encode(\$list), ' ';
    }");
    echo "\n";
}

// Defaults and captured values of closures, and what generators are suspended with.
$closures = $generators = [];
for ($i = 0; $i < 100; $i++) {
    $closures[] = eval("return function (\$a = ['d$i' => [$i]], \$b = 'default $i', ...\$rest) { \$a[] = 'more $i'; return [\$a, \$b, \$rest]; };");
    $generators[] = eval("return (function () { \$a = ['g$i', [$i]]; yield 'key $i' => \$a; \$a[] = yield 'second $i'; return \$a; })();");
}
foreach ($generators as $generator) $generator->current();
churn(200);
$made = [];
foreach ($closures as $at => $closure) {
    $made[] = [$closure(), $closure(b: 'given'), $closure([], 'x', y: "named $at")];
}
foreach ($generators as $at => $generator) {
    $made[] = [$generator->key(), $generator->current(), $generator->send("sent $at"), $generator->send('last'), $generator->getReturn()];
}
echo md5(json_encode($made)), ' ', json_encode($made[99]), ' ', json_encode($made[199]), "\n";

// Names that only evaluated code has mentioned.
$found = [];
for ($i = 0; $i < 80; $i++) {
    eval("function evaluated_literals_$i(\$first$i = 'f$i', \$second = ['s$i', $i]) { return [\$first$i, \$second]; }");
    $found[] = ("Evaluated_Literals_$i")(...["second" => $i]);
    $found[] = ("evaluated_literals_$i")(...["first$i" => 'by name']);
    $found[] = eval("return (new ReflectionFunction('evaluated_literals_$i'))->getParameters()[1]->getDefaultValue();");
    $found[] = eval("return (fn(\$x$i, \$y = [1, 'y$i']) => [\$x$i, \$y])(...['x$i' => 'spread']);");
    $found[] = eval("return defined('EVALUATED_ABSENT_$i') ? 1 : (\$found instanceof Absent$i ? 2 : 3);");
}
eval('class EvaluatedLate { const C = ["late"]; }');
eval('class_alias("EvaluatedLate", "EvaluatedAlias");');
$found[] = eval('return [EvaluatedAlias::C, new evaluatedalias instanceof EvaluatedLate, in_array("evaluatedalias", get_declared_classes())];');
echo md5(json_encode($found)), ' ', json_encode(array_slice($found, -4)), "\n";

try {
    eval('missing_in_evaluated();');
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
