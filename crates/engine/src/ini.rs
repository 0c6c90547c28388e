//! The right side of a setting, as ini files and `-d` write it: quotes, words that mean something,
//! variables of the environment, numbers combined with `|`, `&`, `^`, `~` and `!`.
//!
//! # Not here
//! Sections and arrays, which settings do not have.

/// What a value reads as.
pub fn value(text: &str) -> String {
    let text = text.trim();
    if let Some(quoted) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        return quoted.to_owned();
    }
    if let Some(quoted) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return variables(&quoted.replace("\\\"", "\""));
    }
    let text = variables(text.split(';').next().unwrap_or_default().trim());
    match text.to_ascii_lowercase().as_str() {
        "true" | "on" | "yes" => return "1".into(),
        "false" | "off" | "no" | "none" | "null" => return String::new(),
        _ => {}
    }
    let is_expression = text.contains(['|', '&', '^', '~', '!']) || constant(&text).is_some();
    match is_expression.then(|| Expression { rest: &text }.whole()).flatten() {
        Some(number) => number.to_string(),
        None => text,
    }
}

/// The settings of an ini file, in order, and the line and PHP's words where it is wrong. Sections
/// mean nothing to it; lines that say nothing are passed over.
pub fn settings(text: &str) -> (Vec<(String, String)>, Option<Fault>) {
    let mut found = Vec::new();
    let mut is_elsewhere = false;
    for line in text.lines().map(str::trim) {
        if let Some(section) = line.strip_prefix('[') {
            // PHP: such sections are for servers.
            let section = section.to_ascii_uppercase();
            is_elsewhere = section.starts_with("PATH=") || section.starts_with("HOST=");
        }
        if is_elsewhere || line.starts_with([';', '#', '[']) {
            continue;
        }
        let Some((name, text_of_value)) = line.split_once('=') else { continue };
        let text_of_value = text_of_value.trim();
        if text_of_value.starts_with('"') && !text_of_value[1..].contains('"') {
            return (found, Some((text.lines().count() + 1, OPEN_QUOTES)));
        }
        found.push((name.trim().to_owned(), value(file_value(text_of_value))));
    }
    (found, None)
}

/// The line on which a file is wrong, and PHP's words.
pub type Fault = (usize, &'static str);

/// PHP's words for quotes that are not closed.
const OPEN_QUOTES: &str = "syntax error, unexpected end of file, expecting TC_DOLLAR_CURLY or \
                           TC_QUOTED_STRING or '\"'";

/// A value without the comment behind it.
fn file_value(text: &str) -> &str {
    let Some(quote) = text.chars().next().filter(|first| matches!(first, '"' | '\'')) else {
        return text;
    };
    text[1..].find(quote).map_or(text, |end| &text[..end + 2])
}

/// Puts the environment in place of `${NAME}` and `${NAME:-otherwise}`.
fn variables(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("${") {
        let Some((name, after)) = behind.split_once('}') else { break };
        let (name, otherwise) = name.split_once(":-").unwrap_or((name, ""));
        out.push_str(before);
        let found = std::env::var(name).ok().filter(|found| !found.is_empty());
        out.push_str(found.as_deref().unwrap_or(otherwise));
        rest = after;
    }
    out + rest
}

/// The constants that settings are written with.
fn constant(name: &str) -> Option<i64> {
    Some(match name {
        "E_ERROR" => 1,
        "E_WARNING" => 2,
        "E_PARSE" => 4,
        "E_NOTICE" => 8,
        "E_CORE_ERROR" => 16,
        "E_CORE_WARNING" => 32,
        "E_COMPILE_ERROR" => 64,
        "E_COMPILE_WARNING" => 128,
        "E_USER_ERROR" => 256,
        "E_USER_WARNING" => 512,
        "E_USER_NOTICE" => 1024,
        "E_STRICT" => 2048,
        "E_RECOVERABLE_ERROR" => 4096,
        "E_DEPRECATED" => 8192,
        "E_USER_DEPRECATED" => 16384,
        "E_ALL" => 30719,
        "PHP_VERSION_ID" => 80424,
        "PHP_INT_MAX" => i64::MAX,
        "PHP_INT_SIZE" => 8,
        _ => return None,
    })
}

/// An expression of numbers; operators of two sides are taken from left to right.
struct Expression<'a> {
    rest: &'a str,
}

impl Expression<'_> {
    fn whole(mut self) -> Option<i64> {
        let mut sum = self.operand()?;
        loop {
            self.rest = self.rest.trim_start();
            let Some(operator) = self.rest.chars().next() else { return Some(sum) };
            self.rest = &self.rest[operator.len_utf8()..];
            let right = self.operand()?;
            sum = match operator {
                '|' => sum | right,
                '&' => sum & right,
                '^' => sum ^ right,
                _ => return None,
            };
        }
    }

    fn operand(&mut self) -> Option<i64> {
        self.rest = self.rest.trim_start();
        let mut is_inverted = false;
        while let Some(rest) = self.rest.strip_prefix('~') {
            is_inverted = !is_inverted;
            self.rest = rest.trim_start();
        }
        let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let end = self.rest.find(|letter| !is_word(letter)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        let number = constant(word).or_else(|| word.parse().ok())?;
        Some(if is_inverted { !number } else { number })
    }
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn values_read_as_php_reads_them() {
        assert_eq!(value("E_ALL & ~E_NOTICE"), "30711");
        assert_eq!(value("\"a;b\""), "a;b");
        assert_eq!(value("On"), "1");
        assert_eq!(value("none"), "");
        assert_eq!(value("/a/b ; c"), "/a/b");
        assert_eq!(value("30719"), "30719");
        assert_eq!(value("a|b"), "a|b");
    }
}
