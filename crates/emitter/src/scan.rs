//! What must be known of a body before it is compiled: its variables, in the order in which they
//! are met, and whether names can reach them.

use hashbrown::HashSet;

use syntax::ast::{ExprKind, FunctionBody, FunctionDecl, FunctionKind, Literal, Stmt, StmtKind};

use crate::walk::{Node, below_expr, below_stmt};

/// What was found in a body.
#[derive(Default)]
pub(crate) struct Scan<'a> {
    /// Named locals, without `$this` and superglobals.
    pub variables: Vec<&'a [u8]>,
    /// The same, once there are too many to look through.
    seen: HashSet<&'a [u8]>,
    /// Whether the body can reach locals by names that are not known.
    pub dynamic: bool,
    /// Whether there are labels to jump to.
    pub labels: bool,
}

/// How many nodes of most bodies wait at most, besides the statements.
const ROOM: usize = 24;

/// Below this many variables a look through the list is faster than a table.
const LISTED_MAX: usize = 12;

/// Functions that read or write the locals of their caller.
const TOUCHING: [&[u8]; 5] =
    [b"extract", b"compact", b"get_defined_vars", b"parse_str", b"mb_parse_str"];

/// The variables that are global everywhere.
const SUPERGLOBALS: [&[u8]; 9] = [
    b"GLOBALS",
    b"_GET",
    b"_POST",
    b"_COOKIE",
    b"_SERVER",
    b"_ENV",
    b"_FILES",
    b"_REQUEST",
    b"_SESSION",
];

/// Whether a variable is global everywhere.
pub(crate) fn is_superglobal(name: &[u8]) -> bool {
    matches!(name.first(), Some(b'_' | b'G')) && SUPERGLOBALS.contains(&name)
}

/// Whether a node can name a variable, or hold one that does.
fn may_matter(node: &Node<'_>) -> bool {
    let Node::Expr(expr) = node else { return true };
    !matches!(expr.kind, ExprKind::Literal { .. } | ExprKind::Constant { .. })
}

impl<'a> Scan<'a> {
    /// Adds a named local.
    pub(crate) fn variable(&mut self, name: &'a [u8]) {
        if self.is_known(name) || name == b"this" || is_superglobal(name) {
            return;
        }
        if self.variables.is_empty() {
            self.variables.reserve(LISTED_MAX);
        }
        self.variables.push(name);
        // PHP: a request to the web makes it.
        self.dynamic |= name == b"http_response_header";
        match self.variables.len() {
            ..LISTED_MAX => {}
            LISTED_MAX => self.seen.extend(self.variables.iter().copied()),
            _ => drop(self.seen.insert(name)),
        }
    }

    fn is_known(&self, name: &[u8]) -> bool {
        match self.variables.len() < LISTED_MAX {
            true => self.variables.contains(&name),
            false => self.seen.contains(name),
        }
    }

    /// Adds what stands in statements.
    pub(crate) fn statements(&mut self, statements: &[Stmt<'a>]) {
        let mut work = Vec::with_capacity(statements.len() + ROOM);
        work.extend(statements.iter().rev().map(|stmt| Node::Stmt(stmt)));
        self.nodes(work);
    }

    /// Adds what stands in the body of a function.
    pub(crate) fn body(&mut self, body: &FunctionBody<'a>) {
        match body {
            FunctionBody::None => {}
            FunctionBody::Block(statements) => self.statements(statements),
            FunctionBody::Expr(value) => self.nodes(vec![Node::Expr(value)]),
        }
    }

    pub(crate) fn nodes(&mut self, mut work: Vec<Node<'a>>) {
        while let Some(node) = work.pop() {
            let below = work.len();
            match node {
                Node::Variable(name) => self.variable(name.0),
                Node::Closure(function) => self.closure(function),
                Node::Stmt(stmt) => {
                    self.labels |= matches!(stmt.kind, StmtKind::Label { .. });
                    below_stmt(stmt, &mut |node| work.extend(Some(node).filter(may_matter)));
                }
                Node::Expr(expr) => {
                    self.expression(&expr.kind);
                    below_expr(expr, &mut |node| work.extend(Some(node).filter(may_matter)));
                }
            }
            work[below..].reverse();
        }
    }

    fn expression(&mut self, kind: &ExprKind<'a>) {
        match kind {
            ExprKind::Variable { name } => self.variable(name.0),
            ExprKind::DynamicVariable { name } => match name.kind {
                ExprKind::Literal { value: Literal::String(name) } => self.variable(name),
                _ => self.dynamic = true,
            },
            ExprKind::Include { .. } | ExprKind::Eval { .. } => self.dynamic = true,
            ExprKind::Call { name, .. } => {
                self.dynamic |= TOUCHING.iter().any(|word| name.text.eq_ignore_ascii_case(word));
            }
            _ => {}
        }
    }

    fn closure(&mut self, function: &'a FunctionDecl<'a>) {
        match function.kind {
            FunctionKind::ArrowFunction => {
                captured(function).into_iter().for_each(|name| self.variable(name));
            }
            _ => function.uses.iter().for_each(|captured| self.variable(captured.name.0)),
        }
    }
}

/// What an arrow function takes from around it: every variable in its body but its parameters.
pub(crate) fn captured<'a>(function: &'a FunctionDecl<'a>) -> Vec<&'a [u8]> {
    let mut scan = Scan::default();
    scan.body(&function.body);
    let params = function.params.unwrap_or_default();
    let is_param = |name: &[u8]| params.iter().any(|param| param.name.0 == name);
    scan.variables.into_iter().filter(|name| !is_param(name)).collect()
}

/// Whether a body mentions `$this->name`.
pub(crate) fn uses_property(body: &FunctionBody<'_>, name: &[u8]) -> bool {
    let mut work: Vec<Node<'_>> = match body {
        FunctionBody::None => Vec::new(),
        FunctionBody::Block(statements) => statements.iter().map(|s| Node::Stmt(s)).collect(),
        FunctionBody::Expr(value) => vec![Node::Expr(value)],
    };
    while let Some(node) = work.pop() {
        match node {
            // PHP: functions in it are not looked into.
            Node::Variable(_) | Node::Closure(_) => {}
            Node::Stmt(stmt) => below_stmt(stmt, &mut |node| work.push(node)),
            Node::Expr(expr) => {
                if is_property(&expr.kind, name) {
                    return true;
                }
                below_expr(expr, &mut |node| work.push(node));
            }
        }
    }
    false
}

fn is_property(kind: &ExprKind<'_>, name: &[u8]) -> bool {
    use syntax::ast::{MemberName, VariableName};
    let ExprKind::Property { object, name: MemberName::Name(found), .. } = kind else {
        return false;
    };
    let is_this = matches!(object.kind, ExprKind::Variable { name: VariableName(b"this") });
    is_this && found.text == name
}
