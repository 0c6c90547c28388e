//! Readers that need a request: functions of scripts, which return what is wrong.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::LazyLock;

use engine::calls;
use engine::settings::Settings;
use engine::source::Source;

use crate::{Rounds, Run, Target};

/// Serialised values, with the classes of the library; what is read is written and read again.
pub const UNSERIALIZE: Target = Target {
    name: "unserialize",
    run: Run::Script("unserialized", include_str!("scripts/unserialize.php")),
    corpus: &["fuzz/corpus/unserialize"],
    extension: "bin",
};

/// Data of sessions, behind a byte that chooses the form.
pub const SESSIONS: Target = Target {
    name: "sessions",
    run: Run::Script("decoded", include_str!("scripts/sessions.php")),
    corpus: &["fuzz/corpus/sessions"],
    extension: "bin",
};

/// Files of images.
pub const IMAGES: Target = Target {
    name: "images",
    run: Run::Script("measured", include_str!("scripts/images.php")),
    corpus: &["fuzz/corpus/images"],
    extension: "bin",
};

/// How many inputs a request takes.
const ROUNDS_PER_REQUEST: u32 = 1000;

/// What a script prints.
#[derive(Clone, Default)]
struct Printed(Rc<RefCell<Vec<u8>>>);

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

static SETTINGS: LazyLock<Settings> = LazyLock::new(|| {
    let mut settings = Settings::default();
    let pairs = [
        ("memory_limit", "64M"),
        ("session.use_cookies", "0"),
        ("session.cache_limiter", ""),
        ("session.gc_probability", "0"),
    ];
    pairs.into_iter().for_each(|(name, value)| settings.set(name, value));
    settings
});

/// Runs rounds in a request: calls of a function in a script. `false`: none shall follow.
pub fn run((function, code): (&str, &str), rounds: &mut Rounds<'_>) -> bool {
    let source = Source { name: function.to_owned(), bytes: code.as_bytes().to_vec() };
    let printed = Printed::default();
    let mut goes_on = true;
    let status = calls::run((&source, function), &SETTINGS, Box::new(printed.clone()), |call| {
        let mut left = ROUNDS_PER_REQUEST;
        let mut ending = Ok(());
        while goes_on && left > 0 {
            left -= 1;
            goes_on = rounds.step(&mut |input| match call(input) {
                Ok(None) => {}
                Ok(Some(wrong)) => panic!("{}", String::from_utf8_lossy(&wrong)),
                Err(halt) => {
                    ending = Err(halt);
                    panic!("the script ends");
                }
            });
        }
        ending
    });
    let printed = printed.0.take();
    if !printed.is_empty() || status.is_err() {
        println!("{}", String::from_utf8_lossy(&printed));
        rounds.has_failed = true;
    }
    goes_on && !rounds.has_failed
}
