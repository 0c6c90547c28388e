<?php
// php-parser at work: parses the largest files of its own package and of Twig's, resolves names,
// counts what the trees are made of, prints them again and parses what was printed.
//
// Finds its libraries by include_path.

use PhpParser\{Node, NodeTraverser, NodeVisitor, NodeVisitorAbstract, ParserFactory, PrettyPrinter};

require 'PhpParser/autoload.php';

/** How often each kind of node is met, and how deep the deepest stands. */
class Census extends NodeVisitorAbstract
{
    public array $kinds = [];
    public int $deepest = 0;
    private int $depth = 0;

    public function enterNode(Node $node)
    {
        $kind = $node->getType();
        $this->kinds[$kind] = ($this->kinds[$kind] ?? 0) + 1;
        $this->deepest = max($this->deepest, ++$this->depth);
        return null;
    }

    public function leaveNode(Node $node)
    {
        $this->depth--;
        return null;
    }
}

/** Replaces what only adds constants by its sum. */
class Adder extends NodeVisitorAbstract
{
    public function leaveNode(Node $node)
    {
        if ($node instanceof Node\Expr\BinaryOp\Plus
            && $node->left instanceof Node\Scalar\Int_ && $node->right instanceof Node\Scalar\Int_) {
            return new Node\Scalar\Int_($node->left->value + $node->right->value);
        }
        return null;
    }
}

$files = [
    'PhpParser/Parser/Php8.php', 'PhpParser/ParserAbstract.php', 'PhpParser/PrettyPrinterAbstract.php',
    'PhpParser/PrettyPrinter/Standard.php', 'PhpParser/BuilderFactory.php', 'PhpParser/NodeTraverser.php',
    'Twig/Extension/CoreExtension.php', 'Twig/Lexer.php', 'Twig/Environment.php', 'Twig/ExpressionParser.php',
    'Twig/Template.php', 'Twig/Parser.php',
];
for ($round = (int) (getenv('ROUNDS') ?: 1); $round > 0; $round--) {
    foreach ($files as $file) {
        $code = file_get_contents($file, true);
        $parser = (new ParserFactory)->createForNewestSupportedVersion();
        $tree = $parser->parse($code);
        $census = new Census;
        $walk = new NodeTraverser(new NodeVisitor\NameResolver, $census, new Adder);
        $tree = $walk->traverse($tree);
        $printer = new PrettyPrinter\Standard;
        $printed = $printer->prettyPrintFile($tree);
        $again = $printer->prettyPrintFile($parser->parse($printed));
        ksort($census->kinds);
        echo "$file: ", array_sum($census->kinds), " nodes, $census->deepest deep, ", md5($printed), ' ',
            $again === $printed ? 'the same again' : 'not the same again', "\n";
        if ($round === 1) {
            echo '  ', http_build_query($census->kinds, '', ' '), "\n";
        }
    }
}
try {
    (new ParserFactory)->createForNewestSupportedVersion()->parse("<?php\nfoo(;\n");
} catch (PhpParser\Error $error) {
    echo $error->getMessage(), "\n";
}
