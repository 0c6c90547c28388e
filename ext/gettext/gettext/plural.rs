//! Which form of a message goes with a number: `nplurals=2; plural=n != 1;`.

/// An expression of the number `n`, in the order in which it is calculated.
#[derive(Debug)]
pub struct Plural {
    steps: Vec<Step>,
    forms: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Count,
    Number(u64),
    Not,
    Binary(Operator),
    /// Takes a condition and what it chooses from.
    Choose,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Sub,
    Mul,
    Div,
    Rem,
}

/// Operators with their rank, those that begin like others first.
const OPERATORS: [(&str, Operator, u8); 13] = [
    ("||", Operator::Or, 1),
    ("&&", Operator::And, 2),
    ("==", Operator::Equal, 3),
    ("!=", Operator::NotEqual, 3),
    ("<=", Operator::LessOrEqual, 4),
    (">=", Operator::GreaterOrEqual, 4),
    ("<", Operator::Less, 4),
    (">", Operator::Greater, 4),
    ("+", Operator::Add, 5),
    ("-", Operator::Sub, 5),
    ("*", Operator::Mul, 6),
    ("/", Operator::Div, 6),
    ("%", Operator::Rem, 6),
];

/// How deep parentheses may nest.
const MOST_DEPTH: usize = 50;

struct Parser<'a> {
    rest: &'a str,
    steps: Vec<Step>,
    depth: usize,
}

impl Parser<'_> {
    fn takes(&mut self, text: &str) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn choice(&mut self) -> Option<()> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        self.binary(1)?;
        if self.takes("?") {
            self.choice()?;
            if !self.takes(":") {
                return None;
            }
            self.choice()?;
            self.steps.push(Step::Choose);
        }
        self.depth -= 1;
        Some(())
    }

    fn binary(&mut self, least: u8) -> Option<()> {
        self.unary()?;
        loop {
            self.rest = self.rest.trim_start();
            let found = OPERATORS.iter().find(|(text, ..)| self.rest.starts_with(text));
            let Some((text, operator, rank)) = found.filter(|(_, _, rank)| *rank >= least) else {
                return Some(());
            };
            self.rest = &self.rest[text.len()..];
            self.binary(rank + 1)?;
            self.steps.push(Step::Binary(*operator));
        }
    }

    fn unary(&mut self) -> Option<()> {
        let mut inverts = 0;
        while !self.rest.trim_start().starts_with("!=") && self.takes("!") {
            inverts += 1;
        }
        if self.takes("(") {
            self.choice()?;
            if !self.takes(")") {
                return None;
            }
        } else if self.takes("n") {
            self.steps.push(Step::Count);
        } else {
            let digits = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
            self.steps.push(Step::Number(self.rest[..digits].parse().ok()?));
            self.rest = &self.rest[digits..];
        }
        self.steps.extend(std::iter::repeat_n(Step::Not, inverts));
        Some(())
    }
}

fn apply(operator: Operator, left: u64, right: u64) -> u64 {
    let flag = u64::from;
    match operator {
        Operator::Or => flag(left != 0 || right != 0),
        Operator::And => flag(left != 0 && right != 0),
        Operator::Equal => flag(left == right),
        Operator::NotEqual => flag(left != right),
        Operator::Less => flag(left < right),
        Operator::LessOrEqual => flag(left <= right),
        Operator::Greater => flag(left > right),
        Operator::GreaterOrEqual => flag(left >= right),
        Operator::Add => left.wrapping_add(right),
        Operator::Sub => left.wrapping_sub(right),
        Operator::Mul => left.wrapping_mul(right),
        Operator::Div => left.checked_div(right).unwrap_or(0),
        Operator::Rem => left.checked_rem(right).unwrap_or(0),
    }
}

impl Plural {
    /// As the head of a catalogue says; as in English where it does not.
    pub fn of_head(head: &[u8]) -> Self {
        let english = || {
            let steps = vec![Step::Count, Step::Number(1), Step::Binary(Operator::NotEqual)];
            Self { steps, forms: 2 }
        };
        Self::said(&String::from_utf8_lossy(head)).unwrap_or_else(english)
    }

    fn said(head: &str) -> Option<Self> {
        let forms = head.split("nplurals=").nth(1)?.trim_start();
        let digits = forms.find(|c: char| !c.is_ascii_digit()).unwrap_or(forms.len());
        let forms: u64 = forms[..digits].parse().ok()?;
        let rest = head.split("plural=").nth(1)?;
        let mut parser = Parser { rest, steps: Vec::new(), depth: 0 };
        parser.choice()?;
        Some(Self { steps: parser.steps, forms })
    }

    /// The number of the form for a count.
    pub fn form(&self, count: u64) -> usize {
        let mut values: Vec<u64> = Vec::new();
        for step in &self.steps {
            let mut pop = || values.pop().unwrap_or(0);
            let value = match step {
                Step::Count => count,
                Step::Number(number) => *number,
                Step::Not => u64::from(pop() == 0),
                Step::Binary(operator) => {
                    let right = pop();
                    apply(*operator, pop(), right)
                }
                Step::Choose => {
                    let (otherwise, then) = (pop(), pop());
                    if pop() != 0 { then } else { otherwise }
                }
            };
            values.push(value);
        }
        let form = values.pop().unwrap_or(0);
        if form < self.forms { form as usize } else { 0 }
    }
}
