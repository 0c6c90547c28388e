//! Prints the size of a grammar's tables, or its conflicts.

fn main() {
    let path = std::env::args().nth(1).expect("usage: size GRAMMAR");
    let text = std::fs::read_to_string(path).expect("readable");
    let grammar = lalr::read_grammar(&text, &[]).unwrap_or_else(|error| panic!("{error}"));
    println!("{} terminals {} nonterminals {} productions", grammar.terminals.len(), grammar.nonterminals.len(), grammar.productions.len());
    match lalr::build(&grammar) {
        Ok(tables) => println!("{} states, {} actions, {} gotos", tables.base.len(), tables.action.len(), tables.goto.len()),
        Err(conflicts) => for conflict in conflicts { println!("on {}:\n  {}", conflict.terminal, conflict.items.join("\n  ")) },
    }
}
