//! Broken units and texts are refused, never a reason to panic.

use hhbc::asm::assemble;
use hhbc::func::{EhKind, Role};
use hhbc::imm::LocalId;
use hhbc::show::{HhasOptions, hhas, listing};
use hhbc::unit::Unit;
use hhbc::verify::{Rule, verify};

/// A generator of numbers: xorshift, the same in each run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

fn units() -> Vec<Unit> {
    let texts = crate::files::texts();
    let units: Vec<Unit> = texts.iter().filter_map(|(_, text)| assemble(text).ok()).collect();
    assert!(units.len() > 4);
    units
}

/// What is accepted after a change must still print, read back and be accepted.
fn check(unit: &Unit) {
    let _ = listing(unit);
    let text = hhas(unit, HhasOptions { lines: true });
    if verify(unit).is_ok() {
        let again = assemble(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(hhas(&again, HhasOptions { lines: true }), text);
        if let Err(broken) = verify(&again) {
            panic!("{broken}\n{text}");
        }
    }
}

pub fn changed_bytes_of_code_do_no_harm() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let units = units();
    let mut accepted = 0;
    for _ in 0..6000 {
        let mut unit = units[random.below(units.len())].clone();
        let which = random.below(unit.funcs.len());
        let code = &mut unit.funcs.as_mut_slice()[which].body.code;
        for _ in 0..=random.below(2) {
            let at = random.below(code.len());
            match random.below(4) {
                0 => code.truncate(at),
                1 if at < code.len() => drop(code.remove(at)),
                2 => code.insert(at.min(code.len()), random.next() as u8),
                _ if at < code.len() => code[at] = random.next() as u8,
                _ => {}
            }
        }
        accepted += u32::from(verify(&unit).is_ok());
        check(&unit);
    }
    assert!(accepted > 0);
}

pub fn changed_records_do_no_harm() {
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let units = units();
    for _ in 0..6000 {
        let mut unit = units[random.below(units.len())].clone();
        let which = random.below(unit.funcs.len());
        let func = &mut unit.funcs.as_mut_slice()[which];
        let any = random.next() as u32;
        let small = any % 64;
        match random.below(9) {
            0 => func.frame.num_locals = small,
            1 => func.frame.num_iters = any,
            2 => func.frame.max_stack_cells = small,
            3 => func.name.0 = any,
            4 => drop(func.frame.local_names.pop()),
            5 => {
                if let Some(region) = func.body.eh.last_mut() {
                    (region.start, region.end) = (small, small + any % 7);
                }
            }
            6 => {
                if let Some(region) = func.body.eh.first_mut() {
                    region.kind = EhKind::Fault(any % 128);
                }
            }
            7 => func.body.eh.reverse(),
            _ => func.body.lines.iter_mut().for_each(|mark| mark.offset ^= small),
        }
        check(&unit);
    }
}

pub fn changed_text_does_no_harm() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let texts = crate::files::texts();
    for _ in 0..6000 {
        let mut bytes = texts[random.below(texts.len())].1.clone().into_bytes();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len());
            match random.below(3) {
                0 => drop(bytes.remove(at)),
                1 => bytes.insert(at, b"\"\\{}<>[]:;.$@#-0a"[random.below(17)]),
                _ => {
                    let from = random.below(bytes.len());
                    let piece = bytes[from..(from + 9).min(bytes.len())].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if let Ok(unit) = assemble(&text) {
            check(&unit);
        }
    }
}

pub fn rules_about_what_text_cannot_say_are_kept() {
    let text = ".filepath \"\";\n.main {\n.line 1;\nNull\n.try_catch (A L) {\nPrint\n}\nRetC\nL:\nCatch\nRetC\n}";
    let good = assemble(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(verify(&good), Ok(()));
    let refused = |change: fn(&mut hhbc::func::Func)| {
        let mut unit = good.clone();
        change(&mut unit.funcs.as_mut_slice()[0]);
        verify(&unit).expect_err("a broken unit").rule
    };
    assert_eq!(refused(|func| func.frame.max_stack_cells = 0), Rule::StackSize);
    assert_eq!(refused(|func| func.body.code.push(0xFF)), Rule::Decode);
    assert_eq!(refused(|func| func.body.eh[0].end = 77), Rule::Targets);
    assert_eq!(refused(|func| func.body.eh[0].end = func.body.eh[0].start), Rule::Regions);
    let temp = |func: &mut hhbc::func::Func| func.body.eh[0].kind = EhKind::Temp(LocalId(9));
    assert_eq!(refused(temp), Rule::Regions);
    assert_eq!(refused(|func| func.body.lines[0].line = 0), Rule::Lines);
    assert_eq!(refused(|func| func.role = Role::Function), Rule::Records);
    assert_eq!(refused(|func| func.body.code.clear()), Rule::Ends);
}
