//! Small grammars, and what their tables do with words.

use lalr::{Grammar, Tables, build, read_grammar};

const SUMS: &str = "
%left '+' '-'
%left '*'
%right '^'
%nonassoc '<'
start: | sum ;
sum:
  | sum '+' sum | sum '-' sum | sum '*' sum | sum '^' sum | sum '<' sum
  | '-' sum %prec '*'
  | '(' sum ')'
  | NUMBER
  [extra] | WORD
;
";

fn tables(text: &str, modes: &[&str]) -> (Grammar, Tables) {
    let grammar = read_grammar(text, modes).expect("a grammar");
    let tables = build(&grammar).expect("no conflicts");
    (grammar, tables)
}

/// Runs the tables over words separated by blanks. Brackets show how they group; an error names
/// the word and what was expected.
fn parse(text: &str, modes: &[&str], words: &str) -> Result<String, String> {
    let (grammar, tables) = tables(text, modes);
    let mut words = words.split_whitespace().chain(["END"]).peekable();
    let (mut states, mut values) = (vec![0_usize], Vec::<String>::new());
    while *states.last().unwrap() != tables.accept {
        let state = *states.last().unwrap();
        let word = *words.peek().unwrap();
        match action(&grammar, &tables, state, word) {
            action if action > 0 => {
                states.push(action as usize - 1);
                values.push(words.next().unwrap().trim_matches('\'').to_owned());
            }
            action if action < 0 => {
                let (head, length) = tables.productions[(-action) as usize - 1];
                let parts = values.split_off(values.len() - length);
                states.truncate(states.len() - length);
                let joined = parts.join(" ");
                values.push(if length > 1 { format!("[{joined}]") } else { joined });
                states.push(goto(&tables, *states.last().unwrap(), head));
            }
            _ => return Err(format!("{word}: {}", expected(&grammar, &tables, state).join(" "))),
        }
    }
    Ok(values.swap_remove(0))
}

fn entry(tables: &Tables, state: usize, terminal: usize) -> Option<i32> {
    let base = tables.base[state];
    let at = usize::try_from(base).ok()? + terminal;
    (tables.check.get(at) == Some(&(terminal as i32))).then(|| tables.action[at])
}

fn action(grammar: &Grammar, tables: &Tables, state: usize, word: &str) -> i32 {
    let terminal = grammar.terminals.iter().position(|terminal| terminal.name == word).unwrap();
    entry(tables, state, terminal).unwrap_or(-(tables.default[state] as i32))
}

fn goto(tables: &Tables, state: usize, nonterminal: usize) -> usize {
    let at = tables.goto_base[nonterminal] as usize + state;
    match tables.goto_check.get(at) {
        Some(&check) if check == state as i32 => tables.goto[at] as usize,
        _ => tables.goto_default[nonterminal] as usize,
    }
}

fn expected<'g>(grammar: &'g Grammar, tables: &Tables, state: usize) -> Vec<&'g str> {
    let named =
        |terminal: &usize| entry(tables, state, *terminal).is_some_and(|action| action != 0);
    let terminals = (0..grammar.terminals.len()).filter(named);
    terminals.map(|terminal| grammar.terminals[terminal].name.as_str()).collect()
}

#[test]
fn precedence_and_associativity_group() {
    let group = |words| parse(SUMS, &[], words).unwrap();
    assert_eq!(group("NUMBER '+' NUMBER '*' NUMBER"), "[NUMBER + [NUMBER * NUMBER]]");
    assert_eq!(group("NUMBER '-' NUMBER '+' NUMBER"), "[[NUMBER - NUMBER] + NUMBER]");
    assert_eq!(group("NUMBER '^' NUMBER '^' NUMBER"), "[NUMBER ^ [NUMBER ^ NUMBER]]");
    assert_eq!(group("'-' NUMBER '+' NUMBER"), "[[- NUMBER] + NUMBER]");
    assert_eq!(group("'(' NUMBER '+' NUMBER ')' '*' NUMBER"), "[[( [NUMBER + NUMBER] )] * NUMBER]");
}

#[test]
fn two_nonassociative_operators_are_an_error() {
    assert!(parse(SUMS, &[], "NUMBER '<' NUMBER '<' NUMBER").is_err());
}

/// After `( 1` the number is reduced whatever comes, so the error names the closing bracket.
#[test]
fn default_reductions_narrow_what_is_expected() {
    let text = "start: | '(' items ')' ; items: | item | items ',' item ; item: | NUMBER ;";
    assert_eq!(parse(text, &[], "'(' NUMBER NUMBER").unwrap_err(), "NUMBER: ')' ','");
}

#[test]
fn expected_terminals_keep_the_order_of_the_text() {
    let text = "%token ',' ')' start: | '(' items ')' ; items: | NUMBER | items ',' NUMBER ;";
    assert_eq!(parse(text, &[], "'(' NUMBER NUMBER").unwrap_err(), "NUMBER: ',' ')'");
}

#[test]
fn productions_of_a_mode_are_left_out_without_it() {
    assert!(parse(SUMS, &["extra"], "WORD '+' NUMBER").is_ok());
    let grammar = read_grammar(SUMS, &[]).unwrap();
    let with_mode = read_grammar(SUMS, &["extra"]).unwrap();
    assert_eq!(grammar.productions.len() + 1, with_mode.productions.len());
}

#[test]
fn open_conflicts_are_told_with_their_items() {
    let grammar = read_grammar("start: | start '+' start | NUMBER ;", &[]).unwrap();
    let conflicts = build(&grammar).unwrap_err();
    assert_eq!(conflicts[0].terminal, "'+'");
    assert!(conflicts[0].items.contains(&"start: start '+' start .".to_owned()));
}

#[test]
fn errors_in_the_text_name_the_line() {
    for (text, line, message) in [
        ("start:\n  | other ;", 2, "`other` is used but not defined"),
        ("start: | A ;\nstart: | B ;", 2, "`start` is defined twice"),
        ("start: | A => make($2) ;", 1, "there is no $2 here"),
        ("start: | A", 1, "expected `|`, found `the end`"),
    ] {
        let error = read_grammar(text, &[]).expect_err(text);
        assert_eq!((error.line, error.message.as_str()), (line, message));
    }
}
