//! Calls of builtins that PHP compiles to instructions: what they give is temporary, and no place
//! that is written to can lie in it.
//!
//! # Source
//! `zend_try_compile_special_func_ex` and the functions without a frame
//! (`@frameless-function` in PHP's declarations).

use syntax::ast::{Arg, Args, ArrayItem, Expr, ExprKind, Literal, Name, NameKind, Passing};

use crate::func::FuncEmitter;
use crate::switch::may_be_numeric;

/// How a call is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As an instruction of its own.
    Own,
    /// So, if its argument is a literal.
    Literal,
    /// As what it gives, if its argument is a literal and the result is read.
    Known,
    /// As an instruction of its own, if it searches a list of names; else without a frame.
    Search,
    /// So, if its first argument is a format of nothing but `%s`, `%d` and `%%`.
    Format,
    /// Without a frame, where its result is read.
    Frameless,
}

/// Longer formats, in bytes, are for the function.
const FORMAT_MAX: usize = 256;

/// A function, with its least and its greatest number of arguments, and how it is compiled then.
type Row = (&'static str, usize, usize, How);

#[rustfmt::skip]
const INSTRUCTIONS: &[Row] = &[
    ("array_key_exists", 2, 2, How::Own),
    ("boolval", 1, 1, How::Own),
    ("chr", 1, 1, How::Known),
    ("class_exists", 1, 2, How::Frameless),
    ("count", 1, 1, How::Own),
    ("dechex", 1, 1, How::Frameless),
    ("defined", 1, 1, How::Literal),
    ("dirname", 1, 2, How::Frameless),
    ("doubleval", 1, 1, How::Own),
    ("floatval", 1, 1, How::Own),
    ("func_get_args", 0, 0, How::Own),
    ("func_num_args", 0, 0, How::Own),
    ("get_called_class", 0, 0, How::Own),
    ("get_class", 0, 1, How::Own),
    ("gettype", 1, 1, How::Own),
    ("implode", 1, 2, How::Frameless),
    ("in_array", 2, 3, How::Search),
    ("intval", 1, 1, How::Own),
    ("is_array", 1, 1, How::Own),
    ("is_bool", 1, 1, How::Own),
    ("is_double", 1, 1, How::Own),
    ("is_float", 1, 1, How::Own),
    ("is_int", 1, 1, How::Own),
    ("is_integer", 1, 1, How::Own),
    ("is_long", 1, 1, How::Own),
    ("is_null", 1, 1, How::Own),
    ("is_numeric", 1, 1, How::Frameless),
    ("is_object", 1, 1, How::Own),
    ("is_resource", 1, 1, How::Own),
    ("is_scalar", 1, 1, How::Own),
    ("is_string", 1, 1, How::Own),
    ("max", 2, 2, How::Frameless),
    ("min", 2, 2, How::Frameless),
    ("ord", 1, 1, How::Known),
    ("preg_match", 2, 2, How::Frameless),
    ("preg_replace", 3, 3, How::Frameless),
    ("property_exists", 2, 2, How::Frameless),
    ("sizeof", 1, 1, How::Own),
    ("sprintf", 1, usize::MAX, How::Format),
    ("str_contains", 2, 2, How::Frameless),
    ("str_replace", 3, 3, How::Frameless),
    ("str_starts_with", 2, 2, How::Frameless),
    ("strlen", 1, 1, How::Own),
    ("strpos", 2, 3, How::Frameless),
    ("strstr", 2, 3, How::Frameless),
    ("strtr", 2, 3, How::Frameless),
    ("strval", 1, 1, How::Own),
    ("substr", 2, 3, How::Frameless),
    ("trim", 1, 2, How::Frameless),
];

impl<'a> FuncEmitter<'_, 'a> {
    /// Whether PHP has an instruction for a call whose result is read.
    pub(crate) fn is_instruction(&self, call: Expr<'a>) -> bool {
        self.compiled(call).is_some()
    }

    /// Whether PHP has an instruction for a call whose result is written to.
    pub(crate) fn is_written_instruction(&self, call: Expr<'a>) -> bool {
        self.compiled(call).is_some_and(|(how, args)| match how {
            How::Own | How::Literal | How::Format => true,
            How::Known | How::Frameless => false,
            How::Search => args.get(1).is_some_and(is_list_of_names),
        })
    }

    /// How a call of a builtin is compiled for which PHP has an instruction.
    fn compiled(&self, call: Expr<'a>) -> Option<(How, &'a [Arg<'a>])> {
        let ExprKind::Call { name, args: Args::List(args) } = call.kind else { return None };
        let &(_, least, most, how) = self.instruction(name)?;
        let is_called_so = (least..=most).contains(&args.len())
            && args.iter().all(|arg| matches!(arg, Arg::Value(_)))
            && match how {
                How::Own | How::Frameless | How::Search => true,
                How::Literal | How::Known => args.iter().all(|arg| literal(arg).is_some()),
                How::Format => is_filled_format(args),
            };
        is_called_so.then_some((how, args))
    }

    /// What PHP knows of a function that is surely a builtin.
    fn instruction(&self, name: &Name<'a>) -> Option<&'static Row> {
        let is_named = |row: &&Row| name.text.eq_ignore_ascii_case(row.0.as_bytes());
        self.names_global(name).then(|| INSTRUCTIONS.iter().find(is_named))?
    }

    /// Whether a function or constant is surely none of a namespace.
    pub(crate) fn names_global(&self, name: &Name<'a>) -> bool {
        match name.kind {
            NameKind::FullyQualified => !name.text.contains(&b'\\'),
            NameKind::Unqualified => self.u.names.namespace.is_empty(),
            _ => false,
        }
    }
}

fn literal<'a>(arg: &Arg<'a>) -> Option<Literal<'a>> {
    let Arg::Value(value) = arg else { return None };
    match value.kind {
        ExprKind::Literal { value } => Some(value),
        _ => None,
    }
}

/// Whether a format has nothing but text and plain placeholders, and a value for each.
fn is_filled_format(args: &[Arg<'_>]) -> bool {
    let Some((format, values)) = args.split_first() else { return false };
    let Some(Literal::String(format)) = literal(format) else { return false };
    let mut bytes = format.iter();
    let mut count = 0;
    while bytes.any(|&byte| byte == b'%') {
        match bytes.next() {
            Some(b's' | b'd') => count += 1,
            Some(b'%') => {}
            _ => return false,
        }
    }
    count == values.len() && format.len() < FORMAT_MAX
}

/// Whether an argument is a list of strings that are no numbers.
fn is_list_of_names(arg: &Arg<'_>) -> bool {
    let Arg::Value(list) = arg else { return false };
    let ExprKind::Array { items, .. } = list.kind else { return false };
    items.iter().all(|item| match item {
        ArrayItem::Element { passing: Passing::ByValue, value, .. } => match value.kind {
            ExprKind::Literal { value: Literal::String(name) } => !may_be_numeric(name),
            _ => false,
        },
        _ => false,
    })
}
