//! What stands directly below an expression or statement, in the order of the source.
//!
//! # Not here
//! The inside of functions and classes: who wants it goes there on purpose.

use syntax::ast::{
    Arg, Args, ArrayItem, ClassRef, Expr, ExprKind, FunctionDecl, MemberName, Stmt, StmtKind,
    VariableName,
};

/// A part of a function's body.
#[derive(Clone, Copy)]
pub(crate) enum Node<'a> {
    Expr(Expr<'a>),
    Stmt(Stmt<'a>),
    /// A variable that is named without being an expression.
    Variable(VariableName<'a>),
    /// A closure or arrow function.
    Closure(&'a FunctionDecl<'a>),
}

fn class<'a>(class: &ClassRef<'a>, each: &mut impl FnMut(Node<'a>)) {
    if let ClassRef::Value(value) = class {
        each(Node::Expr(value));
    }
}

fn member<'a>(name: &MemberName<'a>, each: &mut impl FnMut(Node<'a>)) {
    if let MemberName::Value(value) = name {
        each(Node::Expr(value));
    }
}

fn args<'a>(args: &Args<'a>, each: &mut impl FnMut(Node<'a>)) {
    if let Args::List(args) = args {
        for arg in *args {
            let (Arg::Value(value) | Arg::Named(_, value) | Arg::Spread(value)) = arg;
            each(Node::Expr(value));
        }
    }
}

fn all<'a>(exprs: &[Expr<'a>], each: &mut impl FnMut(Node<'a>)) {
    exprs.iter().for_each(|expr| each(Node::Expr(expr)));
}

fn stmts<'a>(stmts: &[Stmt<'a>], each: &mut impl FnMut(Node<'a>)) {
    stmts.iter().for_each(|stmt| each(Node::Stmt(stmt)));
}

/// Hands out what stands below an expression.
pub(crate) fn below_expr<'a>(expr: Expr<'a>, each: &mut impl FnMut(Node<'a>)) {
    match &expr.kind {
        ExprKind::Literal { .. }
        | ExprKind::Constant { .. }
        | ExprKind::MagicConstant { .. }
        | ExprKind::Variable { .. } => {}
        ExprKind::ClassConstant { class: of, name } => {
            class(of, each);
            member(name, each);
        }
        ExprKind::ClassName { class: of } => class(of, each),
        ExprKind::DynamicVariable { name } => each(Node::Expr(name)),
        ExprKind::StaticProperty { class: of, variable } => {
            class(of, each);
            if let ExprKind::DynamicVariable { name } = variable.kind {
                each(Node::Expr(name));
            }
        }
        ExprKind::Dim { base, index } => {
            each(Node::Expr(base));
            index.iter().for_each(|index| each(Node::Expr(index)));
        }
        ExprKind::Property { object, name, .. } => {
            each(Node::Expr(object));
            member(name, each);
        }
        ExprKind::Call { args: list, .. } => args(list, each),
        ExprKind::CallValue { callee, args: list } => {
            each(Node::Expr(callee));
            args(list, each);
        }
        ExprKind::MethodCall { object, name, args: list, .. } => {
            each(Node::Expr(object));
            member(name, each);
            args(list, each);
        }
        ExprKind::StaticCall { class: of, name, args: list } => {
            class(of, each);
            member(name, each);
            args(list, each);
        }
        ExprKind::New { class: of, args: list } => {
            class(of, each);
            args(list, each);
        }
        ExprKind::NewAnonymous { args: list, .. } => args(list, each),
        ExprKind::Closure { function } => each(Node::Closure(function)),
        kind => below_operator(kind, each),
    }
}

fn below_operator<'a>(kind: &ExprKind<'a>, each: &mut impl FnMut(Node<'a>)) {
    match kind {
        ExprKind::Array { items, .. } => items.iter().for_each(|item| match item {
            ArrayItem::Element { key, value, .. } => {
                key.iter().for_each(|key| each(Node::Expr(key)));
                each(Node::Expr(value));
            }
            ArrayItem::Spread { value } => each(Node::Expr(value)),
            ArrayItem::Hole {} => {}
        }),
        ExprKind::Assign { target: left, value: right }
        | ExprKind::AssignRef { target: left, source: right }
        | ExprKind::CompoundAssign { target: left, value: right, .. }
        | ExprKind::BinaryOp { left, right, .. } => {
            each(Node::Expr(left));
            each(Node::Expr(right));
        }
        ExprKind::Ternary { condition, then, otherwise, .. } => {
            each(Node::Expr(condition));
            then.iter().for_each(|then| each(Node::Expr(then)));
            each(Node::Expr(otherwise));
        }
        ExprKind::InstanceOf { value, class: of } => {
            each(Node::Expr(value));
            class(of, each);
        }
        ExprKind::Isset { operands } => all(operands, each),
        ExprKind::Yield { key, value } => {
            key.iter().chain(value).for_each(|value| each(Node::Expr(value)));
        }
        ExprKind::Match { subject, arms } => {
            each(Node::Expr(subject));
            for arm in *arms {
                all(arm.conditions.unwrap_or_default(), each);
                each(Node::Expr(arm.body));
            }
        }
        ExprKind::Encaps { parts } | ExprKind::ShellExec { parts } => {
            parts.iter().for_each(|part| each(Node::Expr(part.value)));
        }
        ExprKind::IncDec { target: operand, .. }
        | ExprKind::UnaryOp { operand, .. }
        | ExprKind::Cast { operand, .. }
        | ExprKind::Empty { operand }
        | ExprKind::Include { path: operand, .. }
        | ExprKind::Eval { code: operand }
        | ExprKind::Silence { operand }
        | ExprKind::Clone { object: operand }
        | ExprKind::Print { value: operand }
        | ExprKind::Throw { exception: operand }
        | ExprKind::YieldFrom { source: operand } => each(Node::Expr(operand)),
        _ => {}
    }
}

/// Hands out what stands below a statement.
pub(crate) fn below_stmt<'a>(stmt: Stmt<'a>, each: &mut impl FnMut(Node<'a>)) {
    match &stmt.kind {
        StmtKind::Block { statements } => stmts(statements, each),
        StmtKind::Expression { value } => each(Node::Expr(value)),
        StmtKind::Echo { values: list }
        | StmtKind::Global { variables: list }
        | StmtKind::Unset { targets: list } => all(list, each),
        StmtKind::If { condition, then, elseifs, otherwise } => {
            each(Node::Expr(condition));
            each(Node::Stmt(then));
            for branch in *elseifs {
                each(Node::Expr(branch.condition));
                each(Node::Stmt(branch.then));
            }
            otherwise.iter().for_each(|stmt| each(Node::Stmt(stmt)));
        }
        StmtKind::Return { value } => value.iter().for_each(|value| each(Node::Expr(value))),
        StmtKind::Static { variables } => {
            for variable in *variables {
                each(Node::Variable(variable.name));
                variable.default.iter().for_each(|value| each(Node::Expr(value)));
            }
        }
        StmtKind::Const { items } => items.iter().for_each(|item| each(Node::Expr(item.value))),
        StmtKind::Namespace { body, .. } => stmts(body.unwrap_or_default(), each),
        _ => below_loop(stmt, each),
    }
}

fn below_loop<'a>(stmt: Stmt<'a>, each: &mut impl FnMut(Node<'a>)) {
    match &stmt.kind {
        StmtKind::While { condition, body } => {
            each(Node::Expr(condition));
            each(Node::Stmt(body));
        }
        StmtKind::DoWhile { body, condition } => {
            each(Node::Stmt(body));
            each(Node::Expr(condition));
        }
        StmtKind::For { parts, body } => {
            all(parts.init, each);
            all(parts.conditions, each);
            each(Node::Stmt(body));
            all(parts.step, each);
        }
        StmtKind::Foreach { parts, body } => {
            each(Node::Expr(parts.subject));
            each(Node::Expr(parts.value));
            parts.key.iter().for_each(|key| each(Node::Expr(key)));
            each(Node::Stmt(body));
        }
        StmtKind::Switch { subject, cases } => {
            each(Node::Expr(subject));
            for case in *cases {
                case.value.iter().for_each(|value| each(Node::Expr(value)));
                stmts(case.body, each);
            }
        }
        StmtKind::Declare { body, .. } => each(Node::Stmt(body)),
        StmtKind::Try { body, catches, finally } => {
            stmts(body, each);
            for clause in *catches {
                clause.variable.iter().for_each(|name| each(Node::Variable(*name)));
                stmts(clause.body, each);
            }
            finally.iter().for_each(|finally| stmts(finally.body, each));
        }
        _ => {}
    }
}
