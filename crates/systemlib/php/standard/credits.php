<?php
// Whose work PHP is, as phpcredits() tells it.

final class Credits_ {
    public const string GROUP = "Thies C. Arntzen, Stig Bakken, Shane Caraveo, Andi Gutmans, Rasmus Lerdorf, Sam Ruby, Sascha Schumann, Zeev Suraski, Jim Winstead, Andrei Zmievski";
    public const string DESIGN = "Andi Gutmans, Rasmus Lerdorf, Zeev Suraski, Marcus Boerger";
    public const string QUALITY = "Ilia Alshanetsky, Joerg Behrens, Antony Dovgal, Stefan Esser, Moriyoshi Koizumi, Magnus Maatta, Sebastian Nohn, Derick Rethans, Melvyn Sopacua, Pierre-Alain Joye, Dmitry Stogov, Felipe Pena, David Soria Parra, Stanislav Malyshev, Julien Pauli, Stephen Zarkos, Anatol Belski, Remi Collet, Ferenc Kovacs";

    public const array AUTHORS = [
        "Zend Scripting Language Engine" => "Andi Gutmans, Zeev Suraski, Stanislav Malyshev, Marcus Boerger, Dmitry Stogov, Xinchen Hui, Nikita Popov",
        "Extension Module API" => "Andi Gutmans, Zeev Suraski, Andrei Zmievski",
        "UNIX Build and Modularization" => "Stig Bakken, Sascha Schumann, Jani Taskinen, Peter Kokot",
        "Windows Support" => "Shane Caraveo, Zeev Suraski, Wez Furlong, Pierre-Alain Joye, Anatol Belski, Kalle Sommer Nielsen",
        "Server API (SAPI) Abstraction Layer" => "Andi Gutmans, Shane Caraveo, Zeev Suraski",
        "Streams Abstraction Layer" => "Wez Furlong, Sara Golemon",
        "PHP Data Objects Layer" => "Wez Furlong, Marcus Boerger, Sterling Hughes, George Schlossnagle, Ilia Alshanetsky",
        "Output Handler" => "Zeev Suraski, Thies C. Arntzen, Marcus Boerger, Michael Wallner",
        "Consistent 64 bit support" => "Anthony Ferrara, Anatol Belski",
    ];

    public const array SERVERS = [
        "Apache 2 Handler" => "Ian Holsman, Justin Erenkrantz (based on Apache 2 Filter code)",
        "CGI / FastCGI" => "Rasmus Lerdorf, Stig Bakken, Shane Caraveo, Dmitry Stogov",
        "CLI" => "Edin Kadribasic, Marcus Boerger, Johannes Schlueter, Moriyoshi Koizumi, Xinchen Hui",
        "Embed" => "Edin Kadribasic",
        "FastCGI Process Manager" => "Andrei Nigmatulin, dreamcat4, Antony Dovgal, Jerome Loyet",
        "litespeed" => "George Wang",
        "phpdbg" => "Felipe Pena, Joe Watkins, Bob Weinand",
    ];

    public const array MODULES = [
        "BC Math" => "Andi Gutmans",
        "Bzip2" => "Sterling Hughes",
        "Calendar" => "Shane Caraveo, Colin Viebrock, Hartmut Holzgraefe, Wez Furlong",
        "COM and .Net" => "Wez Furlong",
        "ctype" => "Hartmut Holzgraefe",
        "cURL" => "Sterling Hughes",
        "Date/Time Support" => "Derick Rethans",
        "DB-LIB (MS SQL, Sybase)" => "Wez Furlong, Frank M. Kromann, Adam Baratz",
        "DBA" => "Sascha Schumann, Marcus Boerger",
        "DOM" => "Christian Stocker, Rob Richards, Marcus Boerger, Nora Dossche",
        "enchant" => "Pierre-Alain Joye, Ilia Alshanetsky",
        "EXIF" => "Rasmus Lerdorf, Marcus Boerger",
        "FFI" => "Dmitry Stogov",
        "fileinfo" => "Ilia Alshanetsky, Pierre Alain Joye, Scott MacVicar, Derick Rethans, Anatol Belski",
        "Firebird driver for PDO" => "Ard Biesheuvel",
        "FTP" => "Stefan Esser, Andrew Skalski",
        "GD imaging" => "Rasmus Lerdorf, Stig Bakken, Jim Winstead, Jouni Ahto, Ilia Alshanetsky, Pierre-Alain Joye, Marcus Boerger, Mark Randall",
        "GetText" => "Alex Plotnick",
        "GNU GMP support" => "Stanislav Malyshev",
        "Iconv" => "Rui Hirokawa, Stig Bakken, Moriyoshi Koizumi",
        "Input Filter" => "Rasmus Lerdorf, Derick Rethans, Pierre-Alain Joye, Ilia Alshanetsky",
        "Internationalization" => "Ed Batutis, Vladimir Iordanov, Dmitry Lakhtyuk, Stanislav Malyshev, Vadim Savchuk, Kirti Velankar",
        "JSON" => "Jakub Zelenka, Omar Kilani, Scott MacVicar",
        "LDAP" => "Amitay Isaacs, Eric Warnke, Rasmus Lerdorf, Gerrit Thomson, Stig Venaas",
        "LIBXML" => "Christian Stocker, Rob Richards, Marcus Boerger, Wez Furlong, Shane Caraveo",
        "Multibyte String Functions" => "Tsukada Takuya, Rui Hirokawa",
        "MySQL driver for PDO" => "George Schlossnagle, Wez Furlong, Ilia Alshanetsky, Johannes Schlueter",
        "MySQLi" => "Zak Greant, Georg Richter, Andrey Hristov, Ulf Wendel",
        "MySQLnd" => "Andrey Hristov, Ulf Wendel, Georg Richter, Johannes Schlüter",
        "ODBC driver for PDO" => "Wez Furlong",
        "ODBC" => "Stig Bakken, Andreas Karajannis, Frank M. Kromann, Daniel R. Kalowsky",
        "Opcache" => "Andi Gutmans, Zeev Suraski, Stanislav Malyshev, Dmitry Stogov, Xinchen Hui",
        "OpenSSL" => "Stig Venaas, Wez Furlong, Sascha Kettler, Scott MacVicar, Eliot Lear",
        "pcntl" => "Jason Greene, Arnaud Le Blanc",
        "Perl Compatible Regexps" => "Andrei Zmievski",
        "PHP Archive" => "Gregory Beaver, Marcus Boerger",
        "PHP Data Objects" => "Wez Furlong, Marcus Boerger, Sterling Hughes, George Schlossnagle, Ilia Alshanetsky",
        "PHP hash" => "Sara Golemon, Rasmus Lerdorf, Stefan Esser, Michael Wallner, Scott MacVicar",
        "Posix" => "Kristian Koehntopp",
        "PostgreSQL driver for PDO" => "Edin Kadribasic, Ilia Alshanetsky",
        "PostgreSQL" => "Jouni Ahto, Zeev Suraski, Yasuo Ohgaki, Chris Kings-Lynne",
        "random" => "Go Kudo, Tim Düsterhus, Guilliam Xavier, Christoph M. Becker, Jakub Zelenka, Bob Weinand, Máté Kocsis, and Original RNG implementators",
        "Readline" => "Thies C. Arntzen",
        "Reflection" => "Marcus Boerger, Timm Friebe, George Schlossnagle, Andrei Zmievski, Johannes Schlueter",
        "Sessions" => "Sascha Schumann, Andrei Zmievski",
        "Shared Memory Operations" => "Slava Poliakov, Ilia Alshanetsky",
        "SimpleXML" => "Sterling Hughes, Marcus Boerger, Rob Richards",
        "SNMP" => "Rasmus Lerdorf, Harrie Hazewinkel, Mike Jackson, Steven Lawrance, Johann Hanne, Boris Lytochkin",
        "SOAP" => "Brad Lafountain, Shane Caraveo, Dmitry Stogov",
        "Sockets" => "Chris Vandomelen, Sterling Hughes, Daniel Beulshausen, Jason Greene",
        "Sodium" => "Frank Denis",
        "SPL" => "Marcus Boerger, Etienne Kneuss",
        "SQLite 3.x driver for PDO" => "Wez Furlong",
        "SQLite3" => "Scott MacVicar, Ilia Alshanetsky, Brad Dewar",
        "System V Message based IPC" => "Wez Furlong",
        "System V Semaphores" => "Tom May",
        "System V Shared Memory" => "Christian Cartus",
        "tidy" => "John Coggeshall, Ilia Alshanetsky",
        "tokenizer" => "Andrei Zmievski, Johannes Schlueter",
        "XML" => "Stig Bakken, Thies C. Arntzen, Sterling Hughes",
        "XMLReader" => "Rob Richards",
        "XMLWriter" => "Rob Richards, Pierre-Alain Joye",
        "XSL" => "Christian Stocker, Rob Richards",
        "Zip" => "Pierre-Alain Joye, Remi Collet",
        "Zlib" => "Rasmus Lerdorf, Stefan Roehrich, Zeev Suraski, Jade Nicoletti, Michael Wallner",
    ];

    public const array DOCUMENTATION = [
        "Authors" => "Mehdi Achour, Friedhelm Betz, Antony Dovgal, Nuno Lopes, Hannes Magnusson, Philip Olson, Georg Richter, Damien Seguy, Jakub Vrana, Adam Harvey",
        "Editor" => "Peter Cowburn",
        "User Note Maintainers" => "Daniel P. Brown, Thiago Henrique Pojda",
        "Other Contributors" => "Previously active authors, editors and other contributors are listed in the manual.",
    ];

    public const array SITES = [
        "PHP Websites Team" => "Rasmus Lerdorf, Hannes Magnusson, Philip Olson, Lukas Kahwe Smith, Pierre-Alain Joye, Kalle Sommer Nielsen, Peter Cowburn, Adam Harvey, Ferenc Kovacs, Levi Morrison",
        "Event Maintainers" => "Damien Seguy, Daniel P. Brown",
        "Network Infrastructure" => "Daniel P. Brown",
        "Windows Infrastructure" => "Alex Schoenmaker",
    ];

    public const string STYLE = <<<'CSS'
        body {background-color: #fff; color: #222; font-family: sans-serif;}
        pre {margin: 0; font-family: monospace;}
        a {color: inherit;}
        a:hover {text-decoration: none;}
        table {border-collapse: collapse; border: 0; width: 934px; box-shadow: 1px 2px 3px rgba(0, 0, 0, 0.2);}
        .center {text-align: center;}
        .center table {margin: 1em auto; text-align: left;}
        .center th {text-align: center !important;}
        td, th {border: 1px solid #666; font-size: 75%; vertical-align: baseline; padding: 4px 5px;}
        th {position: sticky; top: 0; background: inherit;}
        h1 {font-size: 150%;}
        h2 {font-size: 125%;}
        h2 > a {text-decoration: none;}
        h2 > a:hover {text-decoration: underline;}
        .p {text-align: left;}
        .e {background-color: #ccf; width: 300px; font-weight: bold;}
        .h {background-color: #99c; font-weight: bold;}
        .v {background-color: #ddd; max-width: 300px; overflow-x: auto; word-wrap: break-word;}
        .v i {color: #999;}
        img {float: right; border: 0;}
        hr {width: 934px; background-color: #ccc; border: 0; height: 1px;}
        :root {--php-dark-grey: #333; --php-dark-blue: #4F5B93; --php-medium-blue: #8892BF; --php-light-blue: #E2E4EF; --php-accent-purple: #793862}@media (prefers-color-scheme: dark) {
          body {background: var(--php-dark-grey); color: var(--php-light-blue)}
          .h td, td.e, th {border-color: #606A90}
          td {border-color: #505153}
          .e {background-color: #404A77}
          .h {background-color: var(--php-dark-blue)}
          .v {background-color: var(--php-dark-grey)}
          hr {background-color: #505153}
        }

        CSS;

    #[Internal] private static function isText_(): bool { return PHP_SAPI === "cli"; }
    #[Internal] private static function begin_(): void { echo self::isText_() ? "\n" : "<table>\n"; }
    #[Internal] private static function end_(): void { if (!self::isText_()) echo "</table>\n"; }

    #[Internal] private static function heads_(string ...$heads): void {
        if (self::isText_()) echo implode(" => ", $heads), "\n";
        else echo '<tr class="h"><th>', implode("</th><th>", $heads), "</th></tr>\n";
    }

    #[Internal] private static function row_(string $first, ?string $second = null): void {
        if (self::isText_()) {
            echo $first, $second === null ? "" : " => $second", "\n";
            return;
        }
        echo '<tr><td class="e">', htmlspecialchars($first), " </td>";
        if ($second !== null) echo '<td class="v">', htmlspecialchars($second), " </td>";
        echo "</tr>\n";
    }

    // A list of names under a head.
    #[Internal] public static function names_(string $head, string $names): void {
        self::begin_();
        self::heads_(self::isText_() ? $head : htmlspecialchars($head));
        self::row_($names);
        self::end_();
    }

    #[Internal] public static function table_(string $title, ?string $what, array $rows): void {
        self::begin_();
        if (self::isText_()) {
            $pad = str_repeat(" ", max(1, intdiv(74 - strlen($title), 2)));
            echo $pad, $title, $pad, "\n";
        } else {
            echo '<tr class="h"><th colspan="2">', $title, "</th></tr>\n";
        }
        if ($what !== null) self::heads_($what, "Authors");
        foreach ($rows as $name => $authors) self::row_($name, $authors);
        self::end_();
    }

    #[Internal] public static function open_(bool $isPage): void {
        if (self::isText_()) {
            echo "PHP Credits\n";
            return;
        }
        if ($isPage) {
            echo "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"DTD/xhtml1-transitional.dtd\">\n";
            echo '<html xmlns="http://www.w3.org/1999/xhtml"><head>', "\n<style type=\"text/css\">\n", self::STYLE, "</style>\n";
            echo "<title>PHP ", PHP_VERSION, " - phpinfo()</title>", '<meta name="ROBOTS" content="NOINDEX,NOFOLLOW,NOARCHIVE" />';
            echo "</head>\n<body><div class=\"center\">\n";
        }
        echo "<h1>PHP Credits</h1>\n";
    }

    #[Internal] public static function close_(bool $isPage): void {
        if ($isPage && !self::isText_()) echo "</div></body></html>\n";
    }
}

function phpcredits(int $flags = CREDITS_ALL): true {
    $isPage = ($flags & CREDITS_FULLPAGE) !== 0;
    Credits_::open_($isPage);
    if ($flags & CREDITS_GROUP) Credits_::names_("PHP Group", Credits_::GROUP);
    if ($flags & CREDITS_GENERAL) {
        Credits_::names_("Language Design & Concept", Credits_::DESIGN);
        Credits_::table_("PHP Authors", "Contribution", Credits_::AUTHORS);
    }
    if ($flags & CREDITS_SAPI) Credits_::table_("SAPI Modules", "Contribution", Credits_::SERVERS);
    if ($flags & CREDITS_MODULES) Credits_::table_("Module Authors", "Module", Credits_::MODULES);
    if ($flags & CREDITS_DOCS) Credits_::table_("PHP Documentation", null, Credits_::DOCUMENTATION);
    if ($flags & CREDITS_QA) Credits_::names_("PHP Quality Assurance Team", Credits_::QUALITY);
    if ($flags & 128) Credits_::table_("Websites and Infrastructure team", null, Credits_::SITES);
    Credits_::close_($isPage);
    return true;
}
