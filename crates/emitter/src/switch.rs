//! `switch` and `match`.
//!
//! When all cases are literals of one type that no loose comparison can blur, or of both that have
//! tables where comparison is strict, a table decides for a subject of that type; any other subject
//! is compared case by case.

use hashbrown::HashSet;
use hhbc::func::EhKind;
use hhbc::imm::{Label, Labels, LocalId, StrLabels};
use syntax::ast::{Case, Expr, ExprKind, Literal, MatchArm, Span, Stmt};

use crate::control::{Scope, ScopeKind, scope_id};
use crate::error::Emit;
use crate::func::FuncEmitter;
use crate::late::Operand;

/// A table is made from this many cases on.
const TABLE_MIN: usize = 4;
/// A table of integers may have this many entries a case.
const SPREAD_MAX: i64 = 4;

/// Whether a subject without a value is warned of.
#[derive(Clone, Copy)]
enum Read {
    Loud,
    Quiet,
}

/// What a table of cases can be made of.
enum Table<'a> {
    Ints(Vec<(i64, Label)>),
    Strings(Vec<(&'a [u8], Label)>),
}

/// Whether PHP could take a string for a number, perhaps with blanks around it.
pub(crate) fn may_be_numeric(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_start();
    matches!(text.first(), Some(b'0'..=b'9' | b'+' | b'-' | b'.'))
}

fn tables<'a>(cases: &[(Expr<'a>, Label)], strict: bool) -> Vec<Table<'a>> {
    if cases.len() < TABLE_MIN {
        return Vec::new();
    }
    let int = |(value, label): &(Expr<'a>, Label)| match value.kind {
        ExprKind::Literal { value: Literal::Int(int) } => Some((int, *label)),
        _ => None,
    };
    let string = |(value, label): &(Expr<'a>, Label)| match value.kind {
        ExprKind::Literal { value: Literal::String(bytes) } if strict || !may_be_numeric(bytes) => {
            Some((bytes, *label))
        }
        _ => None,
    };
    let ints: Vec<_> = cases.iter().filter_map(int).collect();
    let strings: Vec<_> = cases.iter().filter_map(string).collect();
    let are_all = ints.len() + strings.len() == cases.len();
    match (ints.is_empty(), strings.is_empty()) {
        (false, true) if are_all => vec![Table::Ints(ints)],
        (true, false) if are_all => vec![Table::Strings(strings)],
        (false, false) if are_all && strict => vec![Table::Ints(ints), Table::Strings(strings)],
        _ => Vec::new(),
    }
}

impl<'a> FuncEmitter<'_, 'a> {
    /// Goes by table when the subject's type is that of all cases. Falls through otherwise. Says
    /// whether there is a table.
    fn jump_table(
        &mut self,
        table: Table<'a>,
        (subject, read): (LocalId, Read),
        default: Label,
    ) -> bool {
        let get = |to: &mut Self| match read {
            Read::Loud => to.b.c_get_l(subject),
            Read::Quiet => to.b.c_get_quiet_l(subject),
        };
        match table {
            Table::Ints(cases) => {
                let base = cases.iter().map(|(int, _)| *int).min().unwrap_or_default();
                let top = cases.iter().map(|(int, _)| *int).max().unwrap_or_default();
                let room = cases.len() as i64 * SPREAD_MAX;
                let Some(span) = top.checked_sub(base).filter(|span| (0..=room).contains(span))
                else {
                    return false;
                };
                let mut targets = vec![default; span as usize + 2];
                for (int, label) in cases.into_iter().rev() {
                    targets[(int - base) as usize] = label;
                }
                get(self);
                self.b.switch(base, Labels(targets.into()));
            }
            Table::Strings(cases) => {
                let (mut targets, mut known) = (Vec::new(), HashSet::new());
                for (bytes, label) in cases {
                    let id = self.u.string(bytes);
                    if known.insert(id) {
                        targets.push((id, label));
                    }
                }
                targets.push((self.u.string(b""), default));
                get(self);
                self.b.s_switch(StrLabels(targets.into()));
            }
        }
        true
    }

    /// The local that holds the subject, and what it holds if it is unnamed.
    fn subject(&mut self, subject: Expr<'a>) -> Emit<(LocalId, Option<Operand>)> {
        if let Some(local) = self.plain_local(subject) {
            return Ok((local, None));
        }
        let operand = self.operand(subject)?;
        let local = self.locals.take_unnamed();
        self.hold(operand);
        match operand {
            Operand::Cell => self.b.pop_l(local),
            Operand::Reference | Operand::Returned => {
                self.b.bind_l(local);
                self.b.pop_v();
            }
        }
        Ok((local, Some(operand)))
    }

    pub(crate) fn switch(&mut self, stmt: Stmt<'a>, subject: Expr<'a>, cases: &[Case<'a>]) -> Emit {
        let (local, held) = self.subject(subject)?;
        let is_unnamed = held.is_some();
        let (end, clean) = (self.b.label(), self.b.label());
        let mark = is_unnamed.then(|| self.b.begin_region(EhKind::Temp(local)));
        let kind = mark.map_or(ScopeKind::Switch, |mark| ScopeKind::Temp(local, mark));
        self.scopes.push(Scope { id: scope_id(stmt), kind, targets: Some((end, end)) });
        let labels: Vec<Label> = cases.iter().map(|_| self.b.label()).collect();
        self.case_tests(local, cases, &labels, clean)?;
        for (case, label) in cases.iter().zip(&labels) {
            self.b.bind_end(*label);
            self.block(case.body)?;
        }
        self.b.bind_end(clean);
        self.scopes.pop();
        if let Some(mark) = mark {
            self.b.end_region(mark);
            self.b.unset_l(local);
            self.locals.give_back(local);
        }
        self.b.bind_end(end);
        Ok(())
    }

    fn case_tests(
        &mut self,
        subject: LocalId,
        cases: &[Case<'a>],
        labels: &[Label],
        end: Label,
    ) -> Emit {
        let mut default = None;
        let mut tests = Vec::new();
        for (at, (case, label)) in cases.iter().zip(labels).enumerate() {
            match case.value {
                Some(value) => tests.push((value, *label)),
                None if default.is_some() => {
                    // The span of a case begins where that of the first does.
                    let start = cases[at - 1].span.end;
                    self.u.at(Span { start, ..case.span });
                    let text = "Switch statements may only contain one default clause";
                    return self.u.fail(text);
                }
                None => default = Some(*label),
            }
        }
        let otherwise = default.unwrap_or(end);
        for table in tables(&tests, false) {
            self.jump_table(table, (subject, Read::Quiet), otherwise);
        }
        for (value, label) in tests {
            self.at(value.span);
            self.compare_subject((subject, value.span), value)?;
            self.b.eq();
            self.b.jmp_nz(label);
        }
        self.b.jmp_ns(otherwise);
        Ok(())
    }

    /// Pushes the subject, which is read at a place, and the value of a case.
    fn compare_subject(&mut self, (subject, place): (LocalId, Span), value: Expr<'a>) -> Emit {
        if let Some(other) = self.plain_local(value) {
            self.b.c_get_l(subject);
            self.b.c_get_l(other);
            return Ok(());
        }
        self.expr(value)?;
        self.at(place);
        self.b.c_get_l2(subject);
        Ok(())
    }

    /// Pushes the value of the arm that fits.
    pub(crate) fn match_expr(&mut self, subject: Expr<'a>, arms: &[&MatchArm<'a>]) -> Emit {
        let (local, held) = self.subject(subject)?;
        let is_unnamed = held.is_some();
        let mark = is_unnamed.then(|| self.b.begin_region(EhKind::Temp(local)));
        let labels: Vec<Label> = arms.iter().map(|_| self.b.label()).collect();
        let (end, otherwise) = (self.b.label(), self.b.label());
        self.arm_tests((local, subject.span), arms, &labels, otherwise)?;
        for (arm, label) in arms.iter().zip(&labels) {
            self.b.bind_end(*label);
            self.expr(arm.body)?;
            self.b.jmp_ns(end);
        }
        self.b.bind_end(otherwise);
        match held {
            Some(Operand::Cell) => self.b.push_l(local),
            Some(Operand::Reference | Operand::Returned) => self.b.c_get_l(local),
            // PHP: one without a value has been warned of.
            None => self.b.c_get_quiet_l(local),
        }
        self.b.match_error();
        self.b.bind_end(end);
        if let Some(mark) = mark {
            self.b.end_region(mark);
            self.b.unset_l(local);
            self.locals.give_back(local);
        }
        Ok(())
    }

    fn arm_tests(
        &mut self,
        (subject, place): (LocalId, Span),
        arms: &[&MatchArm<'a>],
        labels: &[Label],
        otherwise: Label,
    ) -> Emit {
        let mut default = None;
        let mut tests = Vec::new();
        for (arm, label) in arms.iter().zip(labels) {
            match arm.conditions {
                Some(conditions) => tests.extend(conditions.iter().map(|value| (*value, *label))),
                None if default.is_some() => {
                    self.at(arm.span);
                    return self.u.fail("Match expressions may only contain one default arm");
                }
                None => default = Some(*label),
            }
        }
        let otherwise = default.unwrap_or(otherwise);
        let tables = tables(&tests, true);
        let mut decides = !tables.is_empty();
        for (at, table) in tables.into_iter().enumerate() {
            let read = if at == 0 { Read::Loud } else { Read::Quiet };
            decides &= self.jump_table(table, (subject, read), otherwise);
        }
        // What is of another type than the cases is identical to none.
        if decides {
            tests.clear();
        }
        for (value, label) in tests {
            self.compare_subject((subject, place), value)?;
            self.b.same();
            self.b.jmp_nz(label);
        }
        self.b.jmp_ns(otherwise);
        Ok(())
    }
}
