//! What to run, on what, and what to show of it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};

use crate::mode::Mode;

/// A run as the command line asks for it.
#[derive(Clone, Debug)]
pub struct Options {
    /// The root of the checkout, with the ledger in `tests/conformance`.
    pub root: PathBuf,
    /// The unpacked PHP source.
    pub source: PathBuf,
    /// The command under test, as `php`.
    pub php: PathBuf,
    /// The command for tests of requests; `None`: such tests are skipped.
    pub cgi: Option<PathBuf>,
    /// Where workers keep their trees, and where results are written.
    pub work: PathBuf,
    /// Paths below the source; all tests when empty.
    pub paths: Vec<String>,
    pub jobs: usize,
    pub timeout: Duration,
    /// Address space of a test in KiB; 0 is no limit.
    pub memory_kib: u64,
    /// Outcomes whose tests are listed.
    pub list: Vec<String>,
    /// Whether causes of failures are ranked.
    pub causes: bool,
    /// Whether differences are shown.
    pub diff: bool,
    /// Only tests that PHP itself passes.
    pub only_passing_in_php: bool,
    /// Only tests in the ledger: all must pass.
    pub check: bool,
    /// How tests are run; in any but the usual mode only tests of the ledger are.
    pub mode: Mode,
    /// Of the tests only each so manieth.
    pub each: usize,
    /// Adds what passes to the ledger.
    pub bless: bool,
    /// Starts no further test after this time.
    pub budget: Option<Duration>,
}

/// What `--help` prints.
pub const USAGE: &str = "\
./x conformance [PATH…]   run PHP's own tests below these paths of its source, or all
  --list=OUTCOME,…        list the tests that passed, failed, skipped, crashed, hung, xfailed, borked
  --causes                rank what tests that PHP passes fail of
  --diff                  show what differs in tests that failed
  --jobs=N                tests at once (2)
  --timeout=SECONDS       time of a test (10)
  --memory=MIB            address space of a test (12000; 0 for no limit)
  --budget=SECONDS        start no further test after this time
  --php=PATH              run another PHP, to check the runner (php84)
  --cgi=PATH              what runs tests of requests; PHP's name with -cgi behind it
  --only-passing-in-php   only tests that PHP 8.4 passes
  --check                 only tests of the ledger, which must pass
  --mode=NAME             only tests of the ledger, run in this way: plain, alternating, gc, machine,
                          thrice (in one process), threads (two in one process)
  --each=N                of the tests each Nth
  --bless                 add what passed now to the ledger
";

/// Reads the command line.
pub fn read(arguments: &[String]) -> anyhow::Result<Options> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let mut options = defaults(root)?;
    for argument in arguments {
        let (name, value) = argument.split_once('=').unwrap_or((argument, ""));
        match name {
            "--list" => options.list.extend(value.split(',').map(str::to_owned)),
            "--causes" => options.causes = true,
            "--diff" => options.diff = true,
            "--jobs" => options.jobs = value.parse().context("--jobs=N")?,
            "--timeout" => options.timeout = seconds(value).context("--timeout=SECONDS")?,
            "--memory" => {
                options.memory_kib = value.parse::<u64>().context("--memory=MIB")? << 10;
            }
            "--budget" => options.budget = Some(seconds(value).context("--budget=SECONDS")?),
            "--php" => options.use_php(value),
            "--cgi" => options.cgi = Some(value.into()),
            "--only-passing-in-php" => options.only_passing_in_php = true,
            "--check" => options.check = true,
            "--mode" => {
                options.mode = Mode::named(value)?;
                options.check = options.mode != Mode::Usual;
            }
            "--each" => options.each = value.parse::<usize>().context("--each=N")?.max(1),
            "--bless" => options.bless = true,
            option if option.starts_with("--") => bail!("unknown option {option}\n{USAGE}"),
            path => options.paths.push(path.trim_matches('/').to_owned()),
        }
    }
    Ok(options)
}

/// A run of everything on the binary of this build.
pub fn defaults(root: PathBuf) -> anyhow::Result<Options> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let source = cache.unwrap_or_else(|| home.join(".cache")).join("php-src");
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| root.join("target"));
    let php = std::env::current_exe()?.with_file_name("jive");
    Ok(Options {
        work: target.join("conformance"),
        root,
        source,
        cgi: None,
        php,
        paths: Vec::new(),
        jobs: 2,
        timeout: Duration::from_secs(10),
        memory_kib: 12_000 << 10,
        list: Vec::new(),
        causes: false,
        diff: false,
        only_passing_in_php: false,
        check: false,
        mode: Mode::Usual,
        each: 1,
        bless: false,
        budget: None,
    })
}

impl Options {
    fn use_php(&mut self, php: &str) {
        self.php = php.into();
        self.cgi = Some(format!("{php}-cgi").into());
    }
}

fn seconds(value: &str) -> anyhow::Result<Duration> {
    Ok(Duration::try_from_secs_f64(value.parse()?)?)
}
