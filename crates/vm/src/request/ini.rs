//! Settings as scripts read and change them.
//!
//! # Invariants
//! - A setting without a row does not exist for a script.
//! - `precision`, `serialize_precision` and `assertions` are what their texts say.

use std::collections::HashMap;
use std::sync::LazyLock;

use runtime::string::hash::BuildNameHasher;

use super::settings::ROWS;

/// Who may change a setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Anyone, scripts too.
    All,
    /// Files of a folder and of the system.
    PerDir,
    /// The system alone.
    System,
}

impl Access {
    /// As `ini_get_all` shows it.
    pub fn bits(self) -> i64 {
        match self {
            Self::All => 7,
            Self::PerDir => 6,
            Self::System => 4,
        }
    }
}

/// A setting.
#[derive(Debug)]
pub struct Row {
    /// The name.
    pub name: &'static str,
    /// The value when nobody set it.
    pub default: Option<&'static [u8]>,
    /// Who may change it.
    pub access: Access,
    /// The extension it belongs to.
    pub extension: &'static str,
}

type Text = Option<Box<[u8]>>;

/// The settings of a request.
pub struct Ini {
    /// What the command line or a file set.
    global: HashMap<&'static str, Text, BuildNameHasher>,
    /// What the script set.
    local: HashMap<&'static str, Text, BuildNameHasher>,
    precision: i32,
    serialize_precision: i32,
    /// `zend.assertions`
    assertions: i32,
    /// All that was set before the script began, known or not, in order.
    configured: Vec<(Box<str>, Box<[u8]>)>,
    /// The files that settings came from.
    pub files: Files,
}

/// The files that settings come from.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Files {
    /// The main one.
    pub loaded: Option<String>,
    /// Those of the folders beside it, as PHP lists them.
    pub scanned: Option<String>,
}

impl Default for Ini {
    fn default() -> Self {
        Self {
            global: HashMap::default(),
            local: HashMap::default(),
            precision: 14,
            serialize_precision: -1,
            assertions: 1,
            configured: Vec::new(),
            files: Files::default(),
        }
    }
}

/// Whether a text switches something on.
pub fn is_true(text: &[u8]) -> bool {
    let text = text.trim_ascii().to_ascii_lowercase();
    matches!(&text[..], b"true" | b"yes" | b"on") || number(&text) != 0
}

/// The number at the start of a text.
fn number(text: &[u8]) -> i64 {
    let text = text.trim_ascii();
    let (sign, digits) = match text.split_first() {
        Some((b'-', rest)) => (-1, rest),
        Some((b'+', rest)) => (1, rest),
        _ => (1, text),
    };
    let digits = digits.iter().take_while(|byte| byte.is_ascii_digit());
    sign * digits
        .fold(0i64, |sum, digit| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0')))
}

impl Ini {
    /// The row of a setting.
    pub fn row(name: &[u8]) -> Option<&'static Row> {
        static BY_NAME: LazyLock<HashMap<&'static [u8], &'static Row, BuildNameHasher>> =
            LazyLock::new(|| ROWS.iter().map(|row| (row.name.as_bytes(), row)).collect());
        BY_NAME.get(name).copied()
    }

    /// All rows, by name.
    pub fn rows() -> &'static [Row] {
        ROWS
    }

    /// Sets what holds before the script changes anything. PHP: a name that nobody knows is no
    /// error.
    pub fn configure(&mut self, name: &str, value: &str) {
        self.configured.push((name.into(), value.as_bytes().into()));
        let Some(row) = Self::row(name.as_bytes()) else { return };
        self.global.insert(row.name, Some(value.as_bytes().into()));
        self.note(row.name);
    }

    /// What was set before the script began: of a name, or of the elements `name[…]` with what
    /// stands in their brackets.
    pub fn configured(&self, name: &[u8]) -> impl Iterator<Item = (Option<&[u8]>, &[u8])> {
        self.configured.iter().filter_map(move |(known, value)| {
            let rest = known.as_bytes().strip_prefix(name)?;
            let key = rest.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]"));
            (rest.is_empty() || key.is_some()).then_some((key, &**value))
        })
    }

    /// The value; none when there is no such setting or it has none.
    pub fn get(&self, name: &str) -> Option<&[u8]> {
        self.value_of(Self::row(name.as_bytes())?)
    }

    /// The value of a row.
    pub fn value_of(&self, row: &Row) -> Option<&[u8]> {
        match self.local.get(row.name) {
            Some(value) => value.as_deref(),
            None => self.global_of(row),
        }
    }

    /// The value of a row before the script changed it.
    pub fn global_of(&self, row: &Row) -> Option<&[u8]> {
        match self.global.get(row.name) {
            Some(value) => value.as_deref(),
            None => row.default,
        }
    }

    /// Whether a setting is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(is_true)
    }

    /// The number of a setting.
    pub fn int(&self, name: &str) -> i64 {
        self.get(name).map_or(0, number)
    }

    /// Whether something was set before the script began whose name begins so.
    pub fn has_configured(&self, prefix: &str) -> bool {
        self.configured.iter().any(|(name, _)| name.starts_with(prefix))
    }

    /// Takes back what was set of a name before the script began.
    pub fn forget(&mut self, name: &str) {
        self.global.remove(name);
        self.note(name);
    }

    /// Changes a setting for the rest of the request.
    pub fn set(&mut self, row: &'static Row, value: Option<&[u8]>) {
        self.local.insert(row.name, value.map(Into::into));
        self.note(row.name);
    }

    /// Takes back what the script changed.
    pub fn restore(&mut self, row: &'static Row) {
        self.local.remove(row.name);
        self.note(row.name);
    }

    fn note(&mut self, name: &str) {
        let number = |of: &Self| i32::try_from(of.int(name)).unwrap_or(i32::MAX);
        match name {
            "precision" => self.precision = number(self),
            "serialize_precision" => self.serialize_precision = number(self),
            "zend.assertions" => self.assertions = number(self),
            _ => {}
        }
    }

    /// Digits of floats in strings, −1 for as many as needed.
    #[inline]
    pub fn precision(&self) -> i32 {
        self.precision
    }

    /// The same for `var_export` and its like.
    #[inline]
    pub fn serialize_precision(&self) -> i32 {
        self.serialize_precision
    }

    /// Whether `assert()` looks at what it is given.
    #[inline]
    pub(crate) fn asserts(&self) -> bool {
        self.assertions > 0
    }
}

/// A number of bytes as settings write it, with `K`, `M` or `G` behind it.
pub fn quantity(text: &[u8]) -> i64 {
    let text = text.trim_ascii();
    let shift = match text.last().map(u8::to_ascii_lowercase) {
        Some(b'k') => 10,
        Some(b'm') => 20,
        Some(b'g') => 30,
        _ => 0,
    };
    number(text).saturating_mul(1 << shift)
}
