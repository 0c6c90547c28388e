//! Numbers and strings, with and without variables inside.

use std::borrow::Cow;

use super::name::span_of;
use super::{Builder, List};
use crate::ast::{
    Access, EncapsForm, EncapsPart, Expr, ExprKind, ExprNode, Literal, MemberName, VariableName,
};
use crate::literal::{self, Number, OffsetNumber};
use crate::token::Token;

impl<'a> Builder<'a> {
    /// Bytes that live as long as the tree: the source's own where nothing was replaced.
    fn bytes(&self, bytes: Cow<'a, [u8]>) -> &'a [u8] {
        match bytes {
            Cow::Borrowed(bytes) => bytes,
            Cow::Owned(bytes) => self.arena.alloc_slice_copy(&bytes),
        }
    }

    /// A text in the encoding of scripts.
    pub(super) fn transcoded(&self, bytes: &'a [u8]) -> &'a [u8] {
        match self.transcoder.and_then(|transcoder| transcoder.text(bytes)) {
            Some(text) => self.arena.alloc_slice_copy(&text),
            None => bytes,
        }
    }

    pub(in super::super) fn integer(&self, token: Token) -> Expr<'a> {
        self.literal(match literal::integer(self.text(token)) {
            Number::Int(value) => Literal::Int(value),
            Number::Float(value) => Literal::Float(value),
        })
    }

    pub(in super::super) fn float(&self, token: Token) -> Expr<'a> {
        let text = self.text(token);
        // An integer that does not fit is a float token too.
        let is_integer = !text.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E'));
        if is_integer || text.starts_with(b"0x") || text.starts_with(b"0X") {
            return self.integer(token);
        }
        self.literal(Literal::Float(literal::float(text)))
    }

    pub(in super::super) fn string(&self, token: Token) -> Expr<'a> {
        let value = self.bytes(literal::constant_string(self.text(token)));
        self.literal(Literal::String(self.transcoded(value)))
    }

    pub(in super::super) fn heredoc_empty(&self) -> Expr<'a> {
        self.literal(Literal::String(b""))
    }

    pub(in super::super) fn heredoc_text(&mut self, text: Token) -> Expr<'a> {
        let value = self.text_value(text);
        self.literal(Literal::String(value))
    }

    pub(in super::super) fn encaps(&mut self, parts: List<EncapsPart<'a>>) -> Expr<'a> {
        let parts = self.finish(parts);
        self.expr(ExprKind::Encaps { parts })
    }

    pub(in super::super) fn shell_exec(&mut self, parts: List<EncapsPart<'a>>) -> Expr<'a> {
        let parts = self.finish(parts);
        self.expr(ExprKind::ShellExec { parts })
    }

    /// Keeps the value of a text token: how it is made is known only when the token is read.
    pub(in super::super) fn note_text(&mut self, token: Token) {
        let value = literal::text(self.source, token, self.lexer.text_kind());
        let value = self.transcoded(self.bytes(value));
        self.texts.push((token.start, value));
    }

    fn text_value(&mut self, token: Token) -> &'a [u8] {
        match self.texts.iter().rposition(|&(start, _)| start == token.start) {
            Some(at) => self.texts.swap_remove(at).1,
            None => self.text(token),
        }
    }

    fn text_part(&mut self, token: Token) -> EncapsPart<'a> {
        let value = Literal::String(self.text_value(token));
        self.plain_part(self.expr_at(span_of(token), ExprKind::Literal { value }))
    }

    fn plain_part(&self, value: Expr<'a>) -> EncapsPart<'a> {
        EncapsPart { value, form: EncapsForm::Plain }
    }

    pub(in super::super) fn encaps_text_only(&mut self, text: Token) -> List<EncapsPart<'a>> {
        let part = self.text_part(text);
        self.list_one(part)
    }

    pub(in super::super) fn encaps_text_first(
        &mut self,
        text: Token,
        part: EncapsPart<'a>,
    ) -> List<EncapsPart<'a>> {
        let first = self.text_part(text);
        self.list_two(first, part)
    }

    pub(in super::super) fn encaps_push_text(
        &mut self,
        parts: List<EncapsPart<'a>>,
        text: Token,
    ) -> List<EncapsPart<'a>> {
        let part = self.text_part(text);
        self.list_push(parts, part)
    }

    fn variable_at(&self, token: Token) -> Expr<'a> {
        self.expr_at(span_of(token), ExprKind::Variable { name: self.variable_name(token) })
    }

    pub(in super::super) fn encaps_variable(&self, name: Token) -> EncapsPart<'a> {
        self.plain_part(self.variable_at(name))
    }

    pub(in super::super) fn encaps_dim(&self, name: Token, index: Expr<'a>) -> EncapsPart<'a> {
        self.plain_part(self.dim(self.variable_at(name), Some(index)))
    }

    pub(in super::super) fn encaps_property(&self, name: Token, property: Token) -> EncapsPart<'a> {
        self.property_part(Access::Plain, name, property)
    }

    pub(in super::super) fn encaps_nullsafe_property(
        &self,
        name: Token,
        property: Token,
    ) -> EncapsPart<'a> {
        self.property_part(Access::Nullsafe, name, property)
    }

    fn property_part(&self, access: Access, name: Token, property: Token) -> EncapsPart<'a> {
        let object = self.variable_at(name);
        let name = MemberName::Name(self.ident(property));
        self.plain_part(self.expr(ExprKind::Property { access, object, name }))
    }

    pub(in super::super) fn encaps_braced(&self, value: Expr<'a>) -> EncapsPart<'a> {
        self.plain_part(value)
    }

    pub(in super::super) fn encaps_dollar_expr(&self, name: Expr<'a>) -> EncapsPart<'a> {
        EncapsPart { value: self.dynamic_variable(name), form: EncapsForm::DollarExpr }
    }

    pub(in super::super) fn encaps_dollar_name(&self, name: Token) -> EncapsPart<'a> {
        EncapsPart { value: self.bare_variable(name), form: EncapsForm::DollarName }
    }

    pub(in super::super) fn encaps_dollar_dim(
        &self,
        name: Token,
        index: Expr<'a>,
    ) -> EncapsPart<'a> {
        let value = self.dim(self.bare_variable(name), Some(index));
        EncapsPart { value, form: EncapsForm::DollarName }
    }

    /// A variable written without its `$`.
    fn bare_variable(&self, name: Token) -> Expr<'a> {
        let kind = ExprKind::Variable { name: VariableName(self.text(name)) };
        self.node(ExprNode { kind, span: span_of(name) })
    }

    pub(in super::super) fn encaps_offset_word(&self, word: Token) -> Expr<'a> {
        self.literal(Literal::String(self.text(word)))
    }

    pub(in super::super) fn encaps_offset_number(&self, number: Token) -> Expr<'a> {
        let text = self.text(number);
        self.literal(match literal::offset_number(text) {
            OffsetNumber::Int(value) => Literal::Int(value),
            OffsetNumber::Text => Literal::String(text),
        })
    }

    /// PHP: `"$a[-0]"` has the key "-0", `"$a[-1]"` the key -1.
    pub(in super::super) fn encaps_offset_negative(&self, minus: Token, number: Token) -> Expr<'a> {
        let text = self.text(Token { start: minus.start, ..number });
        self.literal(match literal::offset_number(self.text(number)) {
            OffsetNumber::Int(value) if value != 0 => Literal::Int(-value),
            _ => Literal::String(text),
        })
    }
}
