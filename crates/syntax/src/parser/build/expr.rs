//! Operators, variables, constants, arrays.

use super::{Builder, List};
use crate::ast::{
    Access, ArrayItem, ArraySyntax, BinaryOp, CastKind, ClassRef, Expr, ExprKind, Ident, IncDecOp,
    IncludeKind, MagicConstant, MemberName, Name, Passing, TernaryForm, UnaryOp,
};
use crate::fold;
use crate::parser::Folding;
use crate::token::*;

/// The operator of an infix token, or of the assignment made from it.
fn binary_op(kind: TokenKind) -> BinaryOp {
    match kind {
        T_PLUS_EQUAL => BinaryOp::Add,
        T_MINUS_EQUAL => BinaryOp::Sub,
        T_MUL_EQUAL => BinaryOp::Mul,
        T_DIV_EQUAL => BinaryOp::Div,
        T_MOD_EQUAL => BinaryOp::Mod,
        T_POW | T_POW_EQUAL => BinaryOp::Pow,
        T_CONCAT_EQUAL => BinaryOp::Concat,
        T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
        | T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG
        | T_AND_EQUAL => BinaryOp::BitAnd,
        T_OR_EQUAL => BinaryOp::BitOr,
        T_XOR_EQUAL => BinaryOp::BitXor,
        T_SL | T_SL_EQUAL => BinaryOp::ShiftLeft,
        T_SR | T_SR_EQUAL => BinaryOp::ShiftRight,
        T_BOOLEAN_AND | T_LOGICAL_AND => BinaryOp::BooleanAnd,
        T_BOOLEAN_OR | T_LOGICAL_OR => BinaryOp::BooleanOr,
        T_LOGICAL_XOR => BinaryOp::BooleanXor,
        T_IS_EQUAL => BinaryOp::Equal,
        T_IS_NOT_EQUAL => BinaryOp::NotEqual,
        T_IS_IDENTICAL => BinaryOp::Identical,
        T_IS_NOT_IDENTICAL => BinaryOp::NotIdentical,
        T_IS_SMALLER_OR_EQUAL => BinaryOp::LessOrEqual,
        T_IS_GREATER_OR_EQUAL => BinaryOp::GreaterOrEqual,
        T_SPACESHIP => BinaryOp::Spaceship,
        T_COALESCE | T_COALESCE_EQUAL => BinaryOp::Coalesce,
        _ => match kind.as_byte() {
            Some(b'+') => BinaryOp::Add,
            Some(b'-') => BinaryOp::Sub,
            Some(b'*') => BinaryOp::Mul,
            Some(b'/') => BinaryOp::Div,
            Some(b'%') => BinaryOp::Mod,
            Some(b'.') => BinaryOp::Concat,
            Some(b'|') => BinaryOp::BitOr,
            Some(b'^') => BinaryOp::BitXor,
            Some(b'<') => BinaryOp::Less,
            Some(b'>') => BinaryOp::Greater,
            _ => unreachable!("invariant: the grammar names {kind:?} as no operator"),
        },
    }
}

impl<'a> Builder<'a> {
    pub(in super::super) fn binary(
        &self,
        left: Expr<'a>,
        token: Token,
        right: Expr<'a>,
    ) -> Expr<'a> {
        let op = binary_op(token.kind);
        if self.folding == Folding::On
            && let (Some(left), Some(right)) = (Self::is_literal(left), Self::is_literal(right))
            && let Some(value) = fold::binary(self.arena, op, left, right)
        {
            return self.literal(value);
        }
        self.expr(ExprKind::BinaryOp { op, left, right })
    }

    pub(in super::super) fn unary(&self, token: Token, operand: Expr<'a>) -> Expr<'a> {
        let op = match token.kind.as_byte() {
            Some(b'+') => UnaryOp::Plus,
            Some(b'-') => UnaryOp::Minus,
            Some(b'!') => UnaryOp::Not,
            _ => UnaryOp::BitNot,
        };
        if self.folding == Folding::On
            && let Some(value) = Self::is_literal(operand)
            && let Some(value) = fold::unary(op, value)
        {
            return self.literal(value);
        }
        self.expr(ExprKind::UnaryOp { op, operand })
    }

    pub(in super::super) fn parenthesized(&self, inner: Expr<'a>) -> Expr<'a> {
        match inner.kind {
            ExprKind::Ternary { condition, then, otherwise, .. } => {
                let form = TernaryForm::Parenthesized;
                self.expr_at(inner.span, ExprKind::Ternary { form, condition, then, otherwise })
            }
            _ => inner,
        }
    }

    pub(in super::super) fn ternary(
        &self,
        condition: Expr<'a>,
        then: Expr<'a>,
        otherwise: Expr<'a>,
    ) -> Expr<'a> {
        let form = TernaryForm::Bare;
        self.expr(ExprKind::Ternary { form, condition, then: Some(then), otherwise })
    }

    pub(in super::super) fn short_ternary(
        &self,
        condition: Expr<'a>,
        otherwise: Expr<'a>,
    ) -> Expr<'a> {
        let form = TernaryForm::Bare;
        self.expr(ExprKind::Ternary { form, condition, then: None, otherwise })
    }

    pub(in super::super) fn cast(&self, token: Token, operand: Expr<'a>) -> Expr<'a> {
        let to = match token.kind {
            T_INT_CAST => CastKind::Int,
            T_DOUBLE_CAST => CastKind::Float,
            T_STRING_CAST => CastKind::String,
            T_ARRAY_CAST => CastKind::Array,
            T_OBJECT_CAST => CastKind::Object,
            T_BOOL_CAST => CastKind::Bool,
            _ => CastKind::Unset,
        };
        self.expr(ExprKind::Cast { to, operand })
    }

    pub(in super::super) fn instance_of(&self, value: Expr<'a>, class: ClassRef<'a>) -> Expr<'a> {
        self.expr(ExprKind::InstanceOf { value, class })
    }

    pub(in super::super) fn assign(&self, target: Expr<'a>, value: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Assign { target, value })
    }

    pub(in super::super) fn assign_list(
        &mut self,
        items: List<ArrayItem<'a>>,
        value: Expr<'a>,
    ) -> Expr<'a> {
        let target = self.array(ArraySyntax::List, items);
        self.assign(target, value)
    }

    pub(in super::super) fn assign_array(
        &mut self,
        items: List<ArrayItem<'a>>,
        value: Expr<'a>,
    ) -> Expr<'a> {
        let target = self.array(ArraySyntax::Short, items);
        self.assign(target, value)
    }

    pub(in super::super) fn assign_ref(&self, target: Expr<'a>, source: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::AssignRef { target, source })
    }

    pub(in super::super) fn compound_assign(
        &self,
        target: Expr<'a>,
        token: Token,
        value: Expr<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::CompoundAssign { op: binary_op(token.kind), target, value })
    }

    pub(in super::super) fn pre_increment(&self, target: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::IncDec { op: IncDecOp::PreInc, target })
    }

    pub(in super::super) fn pre_decrement(&self, target: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::IncDec { op: IncDecOp::PreDec, target })
    }

    pub(in super::super) fn post_increment(&self, target: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::IncDec { op: IncDecOp::PostInc, target })
    }

    pub(in super::super) fn post_decrement(&self, target: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::IncDec { op: IncDecOp::PostDec, target })
    }

    pub(in super::super) fn variable(&self, token: Token) -> Expr<'a> {
        self.expr(ExprKind::Variable { name: self.variable_name(token) })
    }

    pub(in super::super) fn dynamic_variable(&self, name: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::DynamicVariable { name })
    }

    pub(in super::super) fn dim(&self, base: Expr<'a>, index: Option<Expr<'a>>) -> Expr<'a> {
        self.expr(ExprKind::Dim { base, index })
    }

    pub(in super::super) fn property_fetch(
        &self,
        object: Expr<'a>,
        name: MemberName<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::Property { access: Access::Plain, object, name })
    }

    pub(in super::super) fn nullsafe_property_fetch(
        &self,
        object: Expr<'a>,
        name: MemberName<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::Property { access: Access::Nullsafe, object, name })
    }

    pub(in super::super) fn static_property(
        &self,
        class: &'a Name<'a>,
        variable: Expr<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::StaticProperty { class: ClassRef::Name(class), variable })
    }

    pub(in super::super) fn static_property_on(
        &self,
        class: Expr<'a>,
        variable: Expr<'a>,
    ) -> Expr<'a> {
        self.expr(ExprKind::StaticProperty { class: ClassRef::Value(class), variable })
    }

    pub(in super::super) fn member(&self, name: &'a Ident<'a>) -> MemberName<'a> {
        MemberName::Name(name)
    }

    pub(in super::super) fn member_word(&self, token: Token) -> MemberName<'a> {
        MemberName::Name(self.ident(token))
    }

    pub(in super::super) fn dynamic_member(&self, name: Expr<'a>) -> MemberName<'a> {
        MemberName::Value(name)
    }

    pub(in super::super) fn constant(&self, name: &'a Name<'a>) -> Expr<'a> {
        match Self::special_constant(name) {
            Some(value) => self.literal(value),
            None => self.expr(ExprKind::Constant { name }),
        }
    }

    pub(in super::super) fn magic_constant(&self, token: Token) -> Expr<'a> {
        let constant = match token.kind {
            T_LINE => MagicConstant::Line,
            T_FILE => MagicConstant::File,
            T_DIR => MagicConstant::Dir,
            T_TRAIT_C => MagicConstant::Trait,
            T_METHOD_C => MagicConstant::Method,
            T_FUNC_C => MagicConstant::Function,
            T_PROPERTY_C => MagicConstant::Property,
            T_NS_C => MagicConstant::Namespace,
            _ => MagicConstant::Class,
        };
        self.expr(ExprKind::MagicConstant { constant })
    }

    pub(in super::super) fn class_constant(
        &self,
        class: &'a Name<'a>,
        name: &'a Ident<'a>,
    ) -> Expr<'a> {
        self.class_constant_of(ClassRef::Name(class), name)
    }

    pub(in super::super) fn class_constant_on(
        &self,
        class: Expr<'a>,
        name: &'a Ident<'a>,
    ) -> Expr<'a> {
        self.class_constant_of(ClassRef::Value(class), name)
    }

    fn class_constant_of(&self, class: ClassRef<'a>, name: &'a Ident<'a>) -> Expr<'a> {
        self.expr(if name.text.eq_ignore_ascii_case(b"class") {
            ExprKind::ClassName { class }
        } else {
            ExprKind::ClassConstant { class, name: MemberName::Name(name) }
        })
    }

    pub(in super::super) fn class_constant_dynamic(
        &self,
        class: &'a Name<'a>,
        name: Expr<'a>,
    ) -> Expr<'a> {
        let class = ClassRef::Name(class);
        self.expr(ExprKind::ClassConstant { class, name: MemberName::Value(name) })
    }

    pub(in super::super) fn class_constant_dynamic_on(
        &self,
        class: Expr<'a>,
        name: Expr<'a>,
    ) -> Expr<'a> {
        let class = ClassRef::Value(class);
        self.expr(ExprKind::ClassConstant { class, name: MemberName::Value(name) })
    }

    /// An array of finished items.
    pub(super) fn array(&mut self, syntax: ArraySyntax, items: List<ArrayItem<'a>>) -> Expr<'a> {
        let items = self.finish(items);
        self.expr(ExprKind::Array { syntax, items })
    }

    pub(in super::super) fn array_short(&mut self, items: List<ArrayItem<'a>>) -> Expr<'a> {
        self.array(ArraySyntax::Short, items)
    }

    pub(in super::super) fn array_long(&mut self, items: List<ArrayItem<'a>>) -> Expr<'a> {
        self.array(ArraySyntax::Long, items)
    }

    /// Without the hole behind a last comma, which every list of items has.
    pub(in super::super) fn array_items(
        &mut self,
        items: List<ArrayItem<'a>>,
    ) -> List<ArrayItem<'a>> {
        match self.elements(items).last() {
            Some(ArrayItem::Hole {}) => items.without_last(),
            _ => items,
        }
    }

    pub(in super::super) fn array_hole(&self) -> ArrayItem<'a> {
        ArrayItem::Hole {}
    }

    pub(in super::super) fn array_pair(&self, key: Expr<'a>, value: Expr<'a>) -> ArrayItem<'a> {
        ArrayItem::Element { passing: Passing::ByValue, key: Some(key), value }
    }

    pub(in super::super) fn array_value(&self, value: Expr<'a>) -> ArrayItem<'a> {
        ArrayItem::Element { passing: Passing::ByValue, key: None, value }
    }

    pub(in super::super) fn array_pair_reference(
        &self,
        key: Expr<'a>,
        value: Expr<'a>,
    ) -> ArrayItem<'a> {
        ArrayItem::Element { passing: Passing::ByRef, key: Some(key), value }
    }

    pub(in super::super) fn array_reference(&self, value: Expr<'a>) -> ArrayItem<'a> {
        ArrayItem::Element { passing: Passing::ByRef, key: None, value }
    }

    pub(in super::super) fn array_spread(&self, value: Expr<'a>) -> ArrayItem<'a> {
        ArrayItem::Spread { value }
    }

    pub(in super::super) fn array_pair_list(
        &mut self,
        key: Expr<'a>,
        items: List<ArrayItem<'a>>,
    ) -> ArrayItem<'a> {
        let value = self.array(ArraySyntax::List, items);
        self.array_pair(key, value)
    }

    pub(in super::super) fn array_list(&mut self, items: List<ArrayItem<'a>>) -> ArrayItem<'a> {
        let value = self.array(ArraySyntax::List, items);
        self.array_value(value)
    }

    pub(in super::super) fn isset(&mut self, operands: List<Expr<'a>>) -> Expr<'a> {
        let operands = self.finish(operands);
        self.expr(ExprKind::Isset { operands })
    }

    pub(in super::super) fn empty(&self, operand: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Empty { operand })
    }

    pub(in super::super) fn include(&self, token: Token, path: Expr<'a>) -> Expr<'a> {
        let kind = match token.kind {
            T_INCLUDE => IncludeKind::Include,
            T_INCLUDE_ONCE => IncludeKind::IncludeOnce,
            T_REQUIRE => IncludeKind::Require,
            _ => IncludeKind::RequireOnce,
        };
        self.expr(ExprKind::Include { kind, path })
    }

    pub(in super::super) fn eval(&self, code: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Eval { code })
    }

    pub(in super::super) fn silence(&self, operand: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Silence { operand })
    }

    pub(in super::super) fn clone(&self, object: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Clone { object })
    }

    pub(in super::super) fn print(&self, value: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Print { value })
    }

    pub(in super::super) fn throw(&self, exception: Expr<'a>) -> Expr<'a> {
        self.expr(ExprKind::Throw { exception })
    }
}
