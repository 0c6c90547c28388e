//! The text form of a grammar.
//!
//! ```text
//! # a comment
//! %type Expr = "Expr<'a>"         a value type and its text in the generated code
//! %left '+' '-'                   precedence, loosest first; also %right %nonassoc %precedence
//! %token T_NAME 'x'               fixes the order of terminals, which orders error messages
//! sum: Expr                       a rule: nonterminal and type of its value (optional)
//!   | sum '+' item   => add($1, $3)
//!   | '-' sum %prec '*' => negate($2)
//!   | item                        no action: the value of the first symbol
//!   | %empty         => nothing()
//!   | %empty         => check($-1:Expr)   a value below the rule's own, with its type
//!   [hack] | T_SHAPE => shape($1) present only in that mode
//! ;
//! ```
//!
//! The first rule is the start symbol. Names in capitals and quoted characters are terminals.

use std::collections::HashMap;
use std::fmt;

use crate::grammar::{
    Argument, Associativity, Grammar, Nonterminal, Precedence, Production, Symbol, Terminal,
};

/// What is wrong with a grammar text, and in which line.
#[derive(Debug)]
pub struct GrammarError {
    pub line: usize,
    pub message: String,
}

impl fmt::Display for GrammarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for GrammarError {}

/// Reads a grammar; see [`crate::read_grammar`].
pub fn read(text: &str, modes: &[&str]) -> Result<Grammar, GrammarError> {
    let mut reader = Reader::new(text, modes);
    reader.read()?;
    reader.finish()
}

struct Word<'t> {
    text: &'t str,
    line: usize,
}

struct Reader<'t> {
    words: Vec<Word<'t>>,
    next: usize,
    modes: Vec<&'t str>,
    grammar: Grammar,
    terminals: HashMap<String, usize>,
    nonterminals: HashMap<String, usize>,
    defined: Vec<bool>,
    levels: usize,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, modes: &[&'t str]) -> Self {
        let mut reader = Self {
            words: split_words(text),
            next: 0,
            modes: modes.to_vec(),
            grammar: Grammar::default(),
            terminals: HashMap::new(),
            nonterminals: HashMap::new(),
            defined: Vec::new(),
            levels: 0,
        };
        reader.terminal("END");
        reader.nonterminal("$accept");
        reader.defined[0] = true;
        reader
    }

    fn peek(&self) -> Option<&'t str> {
        self.words.get(self.next).map(|word| word.text)
    }

    fn line(&self) -> usize {
        let last = self.words.len().saturating_sub(1);
        self.words.get(self.next.min(last)).map_or(1, |word| word.line)
    }

    fn take(&mut self) -> Result<&'t str, GrammarError> {
        let word = self.peek().ok_or_else(|| self.error("the text ends here"))?;
        self.next += 1;
        Ok(word)
    }

    fn expect(&mut self, what: &str) -> Result<(), GrammarError> {
        if self.peek() == Some(what) {
            self.next += 1;
            return Ok(());
        }
        let found = self.peek().unwrap_or("the end");
        Err(self.error(&format!("expected `{what}`, found `{found}`")))
    }

    fn error(&self, message: &str) -> GrammarError {
        GrammarError { line: self.line(), message: message.to_owned() }
    }

    fn read(&mut self) -> Result<(), GrammarError> {
        while let Some(word) = self.peek() {
            match word {
                "%type" => self.value_type()?,
                "%left" => self.precedence(Associativity::Left)?,
                "%right" => self.precedence(Associativity::Right)?,
                "%nonassoc" => self.precedence(Associativity::NonAssociative)?,
                "%precedence" => self.precedence(Associativity::None)?,
                "%token" => self.tokens(|_| {})?,
                _ => self.rule()?,
            }
        }
        Ok(())
    }

    fn value_type(&mut self) -> Result<(), GrammarError> {
        self.next += 1;
        let name = self.take()?.to_owned();
        self.expect("=")?;
        let text = self.take()?.trim_matches('"').to_owned();
        self.grammar.value_types.push((name, text));
        Ok(())
    }

    fn precedence(&mut self, associativity: Associativity) -> Result<(), GrammarError> {
        self.levels += 1;
        let precedence = Precedence { level: self.levels, associativity };
        self.tokens(|terminal| terminal.precedence = Some(precedence))
    }

    fn tokens(&mut self, mut each: impl FnMut(&mut Terminal)) -> Result<(), GrammarError> {
        self.next += 1;
        while let Some(word) = self.peek().filter(|word| is_terminal(word)) {
            self.next += 1;
            let terminal = self.terminal(word);
            each(&mut self.grammar.terminals[terminal]);
        }
        Ok(())
    }

    fn rule(&mut self) -> Result<(), GrammarError> {
        let name = self.take()?;
        let head = self.nonterminal(name);
        if std::mem::replace(&mut self.defined[head], true) {
            return Err(self.error(&format!("`{name}` is defined twice")));
        }
        self.expect(":")?;
        if self.peek().is_some_and(|word| word != "|" && !word.starts_with('[')) {
            self.grammar.nonterminals[head].value_type = Some(self.take()?.to_owned());
        }
        if self.grammar.productions.is_empty() {
            self.accept_production(head);
        }
        while self.peek() != Some(";") {
            self.alternative(head)?;
        }
        self.next += 1;
        Ok(())
    }

    fn accept_production(&mut self, start: usize) {
        self.grammar.productions.push(Production {
            head: 0,
            body: vec![Symbol::Nonterminal(start), Symbol::Terminal(0)],
            precedence: None,
            action: None,
            line: 0,
        });
    }

    fn alternative(&mut self, head: usize) -> Result<(), GrammarError> {
        let line = self.line();
        let mut wanted = true;
        if let Some(mode) = self.peek().and_then(|word| word.strip_prefix('[')) {
            wanted = self.modes.contains(&mode.trim_end_matches(']'));
            self.next += 1;
        }
        self.expect("|")?;
        let (mut body, mut precedence) = (Vec::new(), None);
        while let Some(word) = self.peek() {
            match word {
                "|" | ";" | "=>" => break,
                word if word.starts_with('[') => break,
                "%empty" => self.next += 1,
                "%prec" => {
                    self.next += 1;
                    let terminal = self.take()?;
                    let terminal = self.terminal(terminal);
                    precedence = self.grammar.terminals[terminal].precedence;
                }
                word => {
                    self.next += 1;
                    body.push(self.symbol(word));
                }
            }
        }
        let action = self.action()?;
        if wanted {
            let precedence = precedence.or_else(|| self.last_precedence(&body));
            self.grammar.productions.push(Production { head, body, precedence, action, line });
        }
        Ok(())
    }

    fn last_precedence(&self, body: &[Symbol]) -> Option<Precedence> {
        let last = body.iter().rev().find_map(|&symbol| match symbol {
            Symbol::Terminal(terminal) => Some(terminal),
            Symbol::Nonterminal(_) => None,
        })?;
        self.grammar.terminals[last].precedence
    }

    fn action(&mut self) -> Result<Option<(String, Vec<Argument>)>, GrammarError> {
        if self.peek() != Some("=>") {
            return Ok(None);
        }
        self.next += 1;
        let name = self.take()?.to_owned();
        let mut arguments = Vec::new();
        self.expect("(")?;
        while self.peek() != Some(")") {
            arguments.push(self.argument()?);
            if self.peek() == Some(",") {
                self.next += 1;
            }
        }
        self.next += 1;
        Ok(Some((name, arguments)))
    }

    fn argument(&mut self) -> Result<Argument, GrammarError> {
        let word = self.take()?.strip_prefix('$');
        let number: i64 = word
            .and_then(|word| word.parse().ok())
            .ok_or_else(|| self.error("expected a position such as $1"))?;
        if number > 0 {
            return Ok(Argument::Symbol(number as usize));
        }
        self.expect(":")?;
        Ok(Argument::Below(number.unsigned_abs() as usize, self.take()?.to_owned()))
    }

    fn symbol(&mut self, word: &str) -> Symbol {
        if is_terminal(word) {
            Symbol::Terminal(self.terminal(word))
        } else {
            Symbol::Nonterminal(self.nonterminal(word))
        }
    }

    fn terminal(&mut self, name: &str) -> usize {
        *self.terminals.entry(name.to_owned()).or_insert_with(|| {
            self.grammar.terminals.push(Terminal { name: name.to_owned(), precedence: None });
            self.grammar.terminals.len() - 1
        })
    }

    fn nonterminal(&mut self, name: &str) -> usize {
        *self.nonterminals.entry(name.to_owned()).or_insert_with(|| {
            let nonterminal = Nonterminal { name: name.to_owned(), value_type: None };
            self.grammar.nonterminals.push(nonterminal);
            self.defined.push(false);
            self.grammar.nonterminals.len() - 1
        })
    }

    fn finish(self) -> Result<Grammar, GrammarError> {
        if let Some(missing) = self.defined.iter().position(|defined| !defined) {
            let name = &self.grammar.nonterminals[missing].name;
            return Err(self.error(&format!("`{name}` is used but not defined")));
        }
        for production in &self.grammar.productions {
            let arguments = production.action.iter().flat_map(|(_, arguments)| arguments);
            for argument in arguments {
                if let Argument::Symbol(position) = argument
                    && *position > production.body.len()
                {
                    let message = format!("there is no ${position} here");
                    return Err(GrammarError { line: production.line, message });
                }
            }
        }
        Ok(self.grammar)
    }
}

fn is_terminal(word: &str) -> bool {
    word.starts_with('\'') || word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Splits the text into words: quoted characters and texts whole, punctuation apart.
fn split_words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut rest = line.trim_start();
        while !rest.is_empty() && !rest.starts_with('#') {
            let (word, after) = rest.split_at(word_length(rest));
            words.push(Word { text: word, line: number + 1 });
            rest = after.trim_start();
        }
    }
    words
}

fn word_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let closing = |quote: u8, from: usize| {
        bytes[from..].iter().position(|&byte| byte == quote).map_or(text.len(), |at| from + at + 1)
    };
    match bytes[0] {
        b'\'' => closing(b'\'', 2.min(text.len())),
        b'"' => closing(b'"', 1),
        b'[' => closing(b']', 1),
        b'=' if bytes.get(1) == Some(&b'>') => 2,
        b':' | b'|' | b';' | b'(' | b')' | b',' | b'=' => 1,
        _ => bytes
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || b":|;(),=[".contains(byte))
            .unwrap_or(text.len()),
    }
}
