//! Expressions, with parentheses where a looser one stands inside a tighter one.

use syntax::ast::{
    ArrayItem, BinaryOp, CastKind, Expr, ExprKind, IncDecOp, Literal, MatchArm, Passing, UnaryOp,
};

use super::{DEPTH_MAX, Exporter};

/// An operator: its text, how tight it binds, and what its left and right operands must exceed.
type Operator = (&'static str, u16, u16, u16);

fn binary(op: BinaryOp) -> Operator {
    match op {
        BinaryOp::BooleanXor => (" xor ", 40, 40, 41),
        BinaryOp::Coalesce => (" ?? ", 110, 111, 110),
        BinaryOp::BooleanOr => (" || ", 120, 120, 121),
        BinaryOp::BooleanAnd => (" && ", 130, 130, 131),
        BinaryOp::BitOr => (" | ", 140, 140, 141),
        BinaryOp::BitXor => (" ^ ", 150, 150, 151),
        BinaryOp::BitAnd => (" & ", 160, 160, 161),
        BinaryOp::Equal => (" == ", 170, 171, 171),
        BinaryOp::NotEqual => (" != ", 170, 171, 171),
        BinaryOp::Identical => (" === ", 170, 171, 171),
        BinaryOp::NotIdentical => (" !== ", 170, 171, 171),
        BinaryOp::Less => (" < ", 180, 181, 181),
        BinaryOp::LessOrEqual => (" <= ", 180, 181, 181),
        BinaryOp::Greater => (" > ", 180, 181, 181),
        BinaryOp::GreaterOrEqual => (" >= ", 180, 181, 181),
        BinaryOp::Spaceship => (" <=> ", 180, 181, 181),
        BinaryOp::Concat => (" . ", 185, 185, 186),
        BinaryOp::ShiftLeft => (" << ", 190, 190, 191),
        BinaryOp::ShiftRight => (" >> ", 190, 190, 191),
        BinaryOp::Add => (" + ", 200, 200, 201),
        BinaryOp::Sub => (" - ", 200, 200, 201),
        BinaryOp::Mul => (" * ", 210, 210, 211),
        BinaryOp::Div => (" / ", 210, 210, 211),
        BinaryOp::Mod => (" % ", 210, 210, 211),
        BinaryOp::Pow => (" ** ", 250, 251, 250),
    }
}

/// What PHP joins when it parses: constants on both sides of a dot.
pub(super) fn joined(value: Expr<'_>) -> Option<Vec<u8>> {
    match value.kind {
        ExprKind::Literal { value: Literal::String(text) } => Some(text.to_vec()),
        ExprKind::Literal { value: Literal::Int(int) } => Some(int.to_string().into_bytes()),
        ExprKind::Literal { value: Literal::Float(float) } => Some(float.to_string().into_bytes()),
        ExprKind::BinaryOp { op: BinaryOp::Concat, left, right } => {
            let (left, right) = (joined(left)?, joined(right)?);
            Some([left, right].concat())
        }
        _ => None,
    }
}

impl<'a> Exporter<'_, 'a> {
    /// An expression where one that binds looser than `priority` needs parentheses.
    pub(super) fn expr(&mut self, value: Expr<'a>, priority: u16) {
        self.depth += 1;
        match self.depth > DEPTH_MAX {
            true => self.put(value.span.text(self.source)),
            false => self.node(value, priority),
        }
        self.depth -= 1;
    }

    fn node(&mut self, value: Expr<'a>, priority: u16) {
        match value.kind {
            ExprKind::Literal { value: ref literal } => self.literal(value, literal),
            ExprKind::Constant { name } => self.constant(name),
            ExprKind::MagicConstant { .. } => self.put(value.span.text(self.source)),
            ExprKind::Variable { name } => {
                self.put("$");
                self.put(name.0);
            }
            ExprKind::DynamicVariable { name } => {
                self.put("$");
                self.variable_name(name);
            }
            ExprKind::ClassConstant { .. }
            | ExprKind::ClassName { .. }
            | ExprKind::StaticProperty { .. }
            | ExprKind::Dim { .. }
            | ExprKind::Property { .. } => self.member(value),
            ExprKind::Call { .. }
            | ExprKind::CallValue { .. }
            | ExprKind::MethodCall { .. }
            | ExprKind::StaticCall { .. }
            | ExprKind::New { .. }
            | ExprKind::NewAnonymous { .. } => self.call(value),
            ExprKind::Isset { .. }
            | ExprKind::Empty { .. }
            | ExprKind::Include { .. }
            | ExprKind::Eval { .. } => self.construct(value, priority),
            ExprKind::Encaps { parts } => self.encaps(parts, b'"'),
            ExprKind::ShellExec { parts } => self.encaps(parts, b'`'),
            ExprKind::Array { items, .. } => self.array(items),
            ExprKind::Closure { function } => self.closure(function),
            ExprKind::Match { subject, arms } => self.match_of(subject, arms),
            _ => self.operation(value, priority),
        }
    }

    fn operation(&mut self, value: Expr<'a>, priority: u16) {
        match value.kind {
            ExprKind::BinaryOp { op: BinaryOp::Concat, .. } if joined(value).is_some() => {
                self.string(&joined(value).unwrap_or_default());
            }
            ExprKind::BinaryOp { op, left, right } => {
                self.infix((left, right), binary(op), priority);
            }
            ExprKind::Assign { target, value } => {
                self.infix((target, value), (" = ", 90, 91, 90), priority);
            }
            ExprKind::AssignRef { target, source } => {
                self.infix((target, source), (" =& ", 90, 91, 90), priority);
            }
            ExprKind::CompoundAssign { op, target, value } => {
                let text = format!(" {}= ", binary(op).0.trim());
                self.put_infix((target, value), &text, (90, 91, 90), priority);
            }
            ExprKind::Ternary { condition, then, otherwise, .. } => {
                self.open(priority > 100);
                self.expr(condition, 100);
                match then {
                    Some(then) => {
                        self.put(" ? ");
                        self.expr(then, 101);
                        self.put(" : ");
                    }
                    None => self.put(" ?: "),
                }
                self.expr(otherwise, 101);
                self.close(priority > 100);
            }
            ExprKind::InstanceOf { value, class } => {
                self.expr(value, 0);
                self.put(" instanceof ");
                self.class(&class);
            }
            ExprKind::Yield { key, value } => self.yielded(key, value, priority),
            _ => self.prefixed(value, priority),
        }
    }

    fn prefixed(&mut self, value: Expr<'a>, priority: u16) {
        match value.kind {
            ExprKind::IncDec { op, target } => match op {
                IncDecOp::PreInc => self.prefix("++", target, (240, 230), priority),
                IncDecOp::PreDec => self.prefix("--", target, (240, 230), priority),
                IncDecOp::PostInc => self.postfix(target, "++", priority),
                IncDecOp::PostDec => self.postfix(target, "--", priority),
            },
            ExprKind::UnaryOp { op, operand } => {
                let text = match op {
                    UnaryOp::Plus => "+",
                    UnaryOp::Minus => "-",
                    UnaryOp::Not => "!",
                    UnaryOp::BitNot => "~",
                };
                self.prefix(text, operand, (240, 241), priority);
            }
            ExprKind::Cast { to, operand } => {
                self.prefix(cast_text(to), operand, (240, 241), priority);
            }
            ExprKind::Silence { operand } => self.prefix("@", operand, (240, 241), priority),
            ExprKind::Clone { object } => self.prefix("clone ", object, (270, 271), priority),
            ExprKind::Print { value } => self.prefix("print ", value, (60, 61), priority),
            ExprKind::YieldFrom { source } => {
                self.prefix("yield from ", source, (85, 86), priority);
            }
            ExprKind::Throw { exception } => {
                self.put("throw ");
                self.expr(exception, 0);
            }
            _ => self.put(value.span.text(self.source)),
        }
    }

    pub(super) fn open(&mut self, is_needed: bool) {
        if is_needed {
            self.put("(");
        }
    }

    pub(super) fn close(&mut self, is_needed: bool) {
        if is_needed {
            self.put(")");
        }
    }

    fn infix(&mut self, sides: (Expr<'a>, Expr<'a>), op: Operator, priority: u16) {
        self.put_infix(sides, op.0, (op.1, op.2, op.3), priority);
    }

    fn put_infix(
        &mut self,
        (left, right): (Expr<'a>, Expr<'a>),
        text: &str,
        (own, of_left, of_right): (u16, u16, u16),
        priority: u16,
    ) {
        self.open(priority > own);
        self.expr(left, of_left);
        self.put(text);
        self.expr(right, of_right);
        self.close(priority > own);
    }

    fn prefix(&mut self, text: &str, operand: Expr<'a>, (own, inner): (u16, u16), priority: u16) {
        self.open(priority > own);
        self.put(text);
        self.expr(operand, inner);
        self.close(priority > own);
    }

    fn postfix(&mut self, operand: Expr<'a>, text: &str, priority: u16) {
        self.open(priority > 260);
        self.expr(operand, 241);
        self.put(text);
        self.close(priority > 260);
    }

    fn yielded(&mut self, key: Option<Expr<'a>>, value: Option<Expr<'a>>, priority: u16) {
        self.open(priority > 70);
        self.put("yield ");
        if let Some(key) = key {
            self.expr(key, 70);
            self.put(" => ");
        }
        if let Some(value) = value {
            self.expr(value, 70);
        }
        self.close(priority > 70);
    }

    fn array(&mut self, items: &[ArrayItem<'a>]) {
        self.put("[");
        self.list(items, |to, item| match item {
            ArrayItem::Element { passing, key, value } => {
                if let Some(key) = key {
                    to.expr(key, 80);
                    to.put(" => ");
                }
                if *passing == Passing::ByRef {
                    to.put("&");
                }
                to.expr(value, 80);
            }
            ArrayItem::Spread { value } => {
                to.put("...");
                to.expr(value, 80);
            }
            ArrayItem::Hole {} => {}
        });
        self.put("]");
    }

    fn match_of(&mut self, subject: Expr<'a>, arms: &[&MatchArm<'a>]) {
        self.put("match (");
        self.expr(subject, 0);
        self.put(") {\n");
        self.indent += 1;
        for arm in arms {
            self.line_start();
            match arm.conditions {
                None => self.put("default"),
                Some(conditions) => self.list(conditions, |to, value| to.expr(value, 0)),
            }
            self.put(" => ");
            self.expr(arm.body, 0);
            self.put(",\n");
        }
        self.indent -= 1;
        self.line_start();
        self.put("}");
    }
}

fn cast_text(to: CastKind) -> &'static str {
    match to {
        CastKind::Int => "(int)",
        CastKind::Float => "(double)",
        CastKind::String => "(string)",
        CastKind::Array => "(array)",
        CastKind::Object => "(object)",
        CastKind::Bool => "(bool)",
        CastKind::Unset => "(null)",
    }
}
