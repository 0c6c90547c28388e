//! tidy: table. Which packages are run: where their classes are, and which suites they have.

/// A Debian source package, or what of it is tested.
pub struct Package {
    pub name: &'static str,
    /// Binary packages that must be installed beside the reference: libraries that the tests use.
    pub needs: &'static [&'static str],
    /// Prefixes of class names, and the folders of the tree that have these classes.
    pub prefixes: &'static [(&'static str, &'static str)],
    /// Folders whose classes are found by looking at all of their files.
    pub class_maps: &'static [&'static str],
    /// What is included at the start: functions.
    pub files: &'static [&'static str],
    /// What PHPUnit starts with.
    pub bootstrap: &'static str,
    /// More arguments of PHPUnit.
    pub arguments: &'static [&'static str],
    pub suites: &'static [Suite],
}

/// A run of PHPUnit.
pub struct Suite {
    pub name: &'static str,
    /// The folder of its tests.
    pub tests: &'static str,
    /// Extensions that some of its tests ask for.
    pub wants: &'static [&'static str],
    /// Files below that folder that are left out in both engines without an extension: such as cannot
    /// even be loaded then, and such as the reference alone runs, which has the extension built in.
    pub without: &'static [(&'static str, &'static str)],
    /// More arguments of PHPUnit for it alone.
    pub arguments: &'static [&'static str],
}

/// What most suites are.
const PLAIN: Suite = Suite { name: "", tests: "", wants: &[], without: &[], arguments: &[] };

/// What `vendor/autoload.php` of a tree is: a file of ours.
const AUTOLOAD: &str = "vendor/autoload.php";

macro_rules! symfony {
    ($($name:literal $component:literal $([$($want:literal),*])?
       $(without $($file:literal $extension:literal),+)?;)*) => {
        &[$(Suite {
            name: $name,
            tests: concat!("src/Symfony/Component/", $component, "/Tests"),
            wants: &[$($($want),*)?],
            without: &[$($(($file, $extension)),+)?],
            arguments: &[],
        }),*]
    };
}

pub const PACKAGES: &[Package] = &[
    Package {
        name: "php-parser",
        needs: &[],
        prefixes: &[("PhpParser\\", "lib/PhpParser"), ("PhpParser\\", "test/PhpParser")],
        class_maps: &[],
        files: &[],
        bootstrap: "test/bootstrap.php",
        arguments: &[],
        suites: &[Suite { name: "php-parser", tests: "test", ..PLAIN }],
    },
    Package {
        name: "phpunit",
        needs: &["phpunit"],
        prefixes: &[],
        class_maps: &["tests/_files"],
        files: &[
            "/usr/share/php/PHPUnit/Autoload.php",
            "/usr/share/php/PHPUnit/Framework/Assert/Functions.php",
            "tests/_files/deprecation-trigger/trigger_deprecation.php",
            "tests/unit/Event/AbstractEventTestCase.php",
            "tests/unit/Framework/MockObject/TestDoubleTestCase.php",
            "tests/unit/Metadata/Parser/AnnotationParserTestCase.php",
            "tests/unit/Metadata/Parser/AttributeParserTestCase.php",
            "tests/_files/CoverageNamespacedFunctionTest.php",
            "tests/_files/CoveredFunction.php",
            "tests/_files/Generator.php",
            "tests/_files/NamespaceCoveredFunction.php",
        ],
        bootstrap: "tests/bootstrap.php",
        arguments: &["-d", "precision=14", "-d", "serialize_precision=14"],
        suites: &[
            Suite {
                name: "phpunit",
                tests: "tests/unit",
                wants: &["dom", "soap"],
                // A process that this test starts without an environment has all extensions of the system.
                arguments: &["--exclude-filter=configured environment variables"],
                ..PLAIN
            },
            Suite {
                name: "phpunit-phpt",
                tests: "tests/end-to-end/generic",
                wants: &["dom"],
                arguments: &["--test-suffix=.phpt"],
                ..PLAIN
            },
        ],
    },
    Package {
        name: "php-twig",
        needs: &[],
        prefixes: &[("Twig\\Tests\\", "tests"), ("Twig\\", "src")],
        class_maps: &[],
        files: &[],
        bootstrap: AUTOLOAD,
        arguments: &[],
        suites: &[Suite { name: "twig", tests: "tests", wants: &["intl"], ..PLAIN }],
    },
    Package {
        name: "php-doctrine-collections",
        needs: &["php-doctrine-deprecations"],
        prefixes: &[("Doctrine\\Common\\Collections\\", "src"), ("Doctrine\\Tests\\", "tests")],
        class_maps: &[],
        files: &[],
        bootstrap: AUTOLOAD,
        arguments: &[],
        suites: &[Suite { name: "doctrine-collections", tests: "tests", ..PLAIN }],
    },
    Package {
        name: "php-doctrine-inflector",
        needs: &[],
        prefixes: &[
            ("Doctrine\\Inflector\\", "lib/Doctrine/Inflector"),
            ("Doctrine\\Tests\\Inflector\\", "tests/Doctrine/Tests/Inflector"),
        ],
        class_maps: &[],
        files: &[],
        bootstrap: AUTOLOAD,
        arguments: &[],
        suites: &[Suite { name: "doctrine-inflector", tests: "tests", ..PLAIN }],
    },
    Package {
        name: "php-doctrine-lexer",
        needs: &[],
        prefixes: &[
            ("Doctrine\\Common\\Lexer\\", "src"),
            ("Doctrine\\Tests\\Common\\Lexer\\", "tests"),
        ],
        class_maps: &[],
        files: &[],
        bootstrap: AUTOLOAD,
        arguments: &[],
        suites: &[Suite { name: "doctrine-lexer", tests: "tests", ..PLAIN }],
    },
    Package {
        name: "symfony",
        needs: &[
            "file", // brings libmagic, which our fileinfo opens
            "php-twig",
            "php-psr-log",
            "php-psr-cache",
            "php-psr-container",
            "php-psr-event-dispatcher",
            "php-email-validator",
            "php-doctrine-lexer",
            "php-masterminds-html5",
            "php-phpdocumentor-type-resolver",
            "php-phpdocumentor-reflection-docblock",
            "php-phpstan-phpdoc-parser",
            "php-doctrine-annotations",
        ],
        prefixes: &[("Symfony\\", "src/Symfony")],
        class_maps: &[],
        files: &[
            "src/Symfony/Contracts/Deprecation/function.php",
            "src/Symfony/Component/String/Resources/functions.php",
            "src/Symfony/Component/Translation/Resources/functions.php",
            "src/Symfony/Component/VarDumper/Resources/functions/dump.php",
        ],
        bootstrap: AUTOLOAD,
        arguments: &[
            "--exclude-group=jwt",
            "--exclude-group=network",
            "--exclude-group=tty",
            "--exclude-group=benchmark",
            "--exclude-group=intl-data",
            "--exclude-group=functional",
            "--exclude-group=composer",
            "--exclude-group=nophpunit11",
        ],
        suites: symfony! {
            "options-resolver" "OptionsResolver";
            "yaml" "Yaml";
            "console" "Console" ["intl"];
            "routing" "Routing" ["dom"];
            "expression-language" "ExpressionLanguage";
            "string" "String" ["intl"];
            "event-dispatcher" "EventDispatcher";
            "property-access" "PropertyAccess";
            "finder" "Finder";
            "filesystem" "Filesystem";
            "config" "Config" ["dom"];
            "dependency-injection" "DependencyInjection" ["dom"];
            "http-foundation" "HttpFoundation" ["intl", "fileinfo"]
                without "Session/Storage/Handler/PdoSessionHandlerTest.php" "pdo";
            "serializer" "Serializer" ["dom"]
                without "Context/Encoder/XmlEncoderContextBuilderTest.php" "dom";
            "validator" "Validator" ["intl", "dom"];
            "var-dumper" "VarDumper" ["dom"];
            "translation" "Translation" ["intl", "dom"];
            "mime" "Mime" ["openssl", "fileinfo"]
                without "Crypto/DkimSignerTest.php" "openssl", "Crypto/SMimeEncrypterTest.php" "openssl",
                    "Crypto/SMimeSignerTest.php" "openssl";
        },
    },
];
