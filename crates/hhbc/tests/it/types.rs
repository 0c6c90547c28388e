//! Declared types as PHP prints them, and the lattice.

use hhbc::asm::assemble;
use hhbc::show::constraint_text;
use hhbc::types::Type;

/// What PHP 8.4 says of these declarations in `must be of type …`.
const PRINTED: &[(&str, &str)] = &[
    ("int", "int"),
    ("?int", "?int"),
    ("int|null", "?int"),
    ("string|int|null", "string|int|null"),
    ("A|null", "?A"),
    ("A|B", "A|B"),
    ("(A&B)|null", "(A&B)|null"),
    ("(A&B)", "A&B"),
    ("mixed", "mixed"),
    ("Traversable|array|iterable", "Traversable|array"),
    ("Traversable|array|iterable|null", "Traversable|array|null"),
    ("?static", "?static"),
    ("false", "false"),
    ("null", "null"),
    ("true|null", "?true"),
    ("false|int", "int|false"),
    ("callable|array", "callable|array"),
    ("object|string", "object|string"),
    ("bool|array|string", "array|string|bool"),
    ("(A&B)|int", "(A&B)|int"),
    ("callable|A", "A|callable"),
    ("float|null|A|B", "A|B|float|null"),
    ("float|int|string|bool|array|null", "array|string|int|float|bool|null"),
];

pub fn declared_types_are_printed_as_php_does() {
    for (declared, printed) in PRINTED {
        let text = format!(".filepath \"\";\n.main : {declared} {{\nNull\nRetC\n}}");
        let unit = assemble(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let ret = unit.main().and_then(|main| main.ret.as_ref()).expect("a type");
        assert_eq!(constraint_text(&unit, ret), *printed, "{declared}");
    }
}

pub fn every_type_has_a_name_that_reads_back() {
    for row in Type::PRIMITIVES.iter().chain(Type::UNIONS) {
        assert_eq!(row.ty.to_string(), row.name);
        assert_eq!(Type::from_name(row.name), Some(row.ty));
    }
    assert_eq!((Type::INT | Type::NULL).to_string(), "Null|Int");
    assert_eq!((Type::GEN - Type::REF).to_string(), "Cell");
}

pub fn primitives_partition_all_values() {
    let mut all = Type::BOTTOM;
    for row in Type::PRIMITIVES {
        assert!(!row.ty.may_be(all), "{}", row.name);
        all = all | row.ty;
    }
    assert_eq!(all, Type::GEN);
    assert_eq!(Type::COUNTED | Type::UNCOUNTED, Type::CELL);
    assert!((Type::COUNTED & Type::UNCOUNTED).is_bottom());
}
