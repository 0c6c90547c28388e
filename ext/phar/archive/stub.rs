//! The code that an archive begins with when nobody gave it another.

/// How long the name of a file in a stub may be.
pub const NAME_MAX: usize = 400;

/// A stub that runs `index`, and answers requests of the web with `web`.
pub fn created(index: &[u8], web: &[u8]) -> Vec<u8> {
    [
        b"<?php\n$web = '",
        web,
        b"';\nif (!class_exists('Phar', false)) {\n    \
          fwrite(STDERR, \"This archive needs the extension phar.\\n\");\n    exit(1);\n}\n\
          Phar::interceptFileFuncs();\n\
          set_include_path('phar://' . __FILE__ . PATH_SEPARATOR . get_include_path());\n\
          Phar::webPhar(null, $web);\n\
          include 'phar://' . __FILE__ . '/",
        index,
        b"';\n__HALT_COMPILER(); ?>\n",
    ]
    .concat()
}
