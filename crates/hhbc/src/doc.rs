//! The reference of the bytecode, as Markdown, from the tables.
