//! Strings with variables inside, and commands in backquotes.

use hhbc::imm::{Count, Param};
use syntax::ast::{BinaryOp, EncapsForm, EncapsPart, ExprKind};

use crate::error::Emit;
use crate::func::FuncEmitter;

/// So many parts are joined at once.
const PARTS_MAX: usize = 64;

impl<'a> FuncEmitter<'_, 'a> {
    pub(crate) fn encaps(&mut self, parts: &[EncapsPart<'a>]) -> Emit {
        let is_literal =
            |part: &EncapsPart<'a>| matches!(part.value.kind, ExprKind::Literal { .. });
        let last_live = parts.iter().rposition(|part| !is_literal(part)).unwrap_or(0);
        if let [left, right] = parts {
            return self.two_parts(left, right);
        }
        let mut pushed = 0;
        for (at, part) in parts.iter().enumerate() {
            self.deprecated_form(part);
            self.expr(part.value)?;
            // What comes later may change what this part converts to.
            if at < last_live && !is_literal(part) {
                self.b.cast_string();
            }
            pushed += 1;
            if pushed == PARTS_MAX {
                self.b.concat_n(Count(PARTS_MAX as u32));
                pushed = 1;
            }
        }
        match pushed {
            1 if parts.len() == 1 => self.b.cast_string(),
            1 => {}
            _ => self.b.concat_n(Count(pushed as u32)),
        }
        Ok(())
    }

    /// PHP: two parts are joined like operands, but a variable is read behind the conversion of what
    /// stands before it.
    fn two_parts(&mut self, left: &EncapsPart<'a>, right: &EncapsPart<'a>) -> Emit {
        self.deprecated_form(left);
        self.deprecated_form(right);
        let is_literal = matches!(left.value.kind, ExprKind::Literal { .. });
        if !is_literal && self.plain_local(right.value).is_some() {
            self.expr(left.value)?;
            self.b.cast_string();
            self.expr(right.value)?;
            self.b.concat();
            return Ok(());
        }
        self.joined(BinaryOp::Concat, left.value, right.value)
    }

    fn deprecated_form(&mut self, part: &EncapsPart<'a>) {
        let text = match part.form {
            EncapsForm::Plain => return,
            EncapsForm::DollarName => "Using ${var} in strings is deprecated, use {$var} instead",
            EncapsForm::DollarExpr => {
                "Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead"
            }
        };
        self.u.note("Deprecated", text);
    }

    pub(crate) fn shell_exec(&mut self, parts: &[EncapsPart<'a>]) -> Emit {
        let name = self.u.string(b"shell_exec");
        self.b.f_push_func_d(Count(1), name);
        match parts {
            [] => self.push_string(b""),
            parts => self.encaps(parts)?,
        }
        self.b.f_pass_ce(Param::At(0));
        self.b.call();
        self.b.unbox_r();
        Ok(())
    }
}
