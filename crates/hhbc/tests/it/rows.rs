//! Properties of every row of the table.

use hhbc::asm::assemble;
use hhbc::codec::{Reader, Writer};
use hhbc::flags::Flags;
use hhbc::instr::{Op, instrs};
use hhbc::show::{HhasOptions, hhas};

/// The text of an immediate of each type.
fn sample(code: &str, at: usize) -> String {
    let pick = |texts: &[&str]| texts[at % texts.len()].to_owned();
    match code {
        "IVA" | "DP" | "IA" | "FA" | "CA" => pick(&["0", "1", "127", "128", "70000"]),
        "LA" => pick(&["$a", "_5", "_127", "_128", "$\"a b\"", "$b"]),
        "I64A" => pick(&["0", "-1", "9223372036854775807", "-9223372036854775808"]),
        "DA" => pick(&[
            "0.0",
            "-0.0",
            "1e300",
            "5e-324",
            "inf",
            "-inf",
            "nan",
            "nan:0x7ff8000000000001",
        ]),
        "SA" => {
            pick(&["\"\"", "\"a\\n\\\"\\\\\"", "\"\\377\\000\"", "\"é\"", "\"\\342\\200\\250\""])
        }
        "AA" => pick(&["[]", "[1, 2.5, \"x\"]", "[\"k\" => [null, true], 7 => false]"]),
        "BA" => pick(&["L0", "L1"]),
        "CR" => pick(&["\"Foo\"", "self", "parent", "static"]),
        "PA" => pick(&["0", "63", "64", "\"name\""]),
        "VSA" => pick(&["<\"a\" \"b\">", "<>"]),
        "ILA" => pick(&["<0 200>", "<>"]),
        "BLA" => pick(&["<L0 L1 L0>"]),
        "SLA" => pick(&["<\"a\":L0 \"b\":L1>"]),
        "KA" => pick(&["EC:0", "EL:$a", "ET:\"k\"", "EI:-5", "PC:1", "PL:_9", "PT:\"p\"", "W"]),
        "MemberMode" => {
            pick(&["None", "Warn", "Define", "WarnDefine", "Unset", "Arg:2", "Arg:\"n\""])
        }
        "FCA" => pick(&["0", "3", "64", "4 spread 1 named <\"a\" \"b\"> ref <0 3>", "2 ref <1>"]),
        "RATA" => {
            pick(&["Int", "Str|Null", "Obj sub \"Foo\"", "PlainObj exact \"Foo\"", "Gen", "Bottom"])
        }
        choice => {
            let ty = hhbc::imm::SUB_OPS.iter().find(|ty| ty.name == choice);
            let choices = ty.unwrap_or_else(|| panic!("no sample of {choice}")).choices;
            choices[at % choices.len()].0.to_owned()
        }
    }
}

/// A unit with every instruction in several forms. It is not meant to run.
fn every_row() -> String {
    let mut text = ".filepath \"rows.php\";\n.main {\nL0:\n".to_owned();
    for round in 0..8 {
        for op in Op::ALL {
            text.push_str(op.name());
            for (at, (_, code)) in op.info().imms.iter().enumerate() {
                text.push(' ');
                text.push_str(&sample(code, round + at));
            }
            text.push('\n');
        }
    }
    text + "L1:\nNop\n}\n"
}

pub fn every_row_reads_back_from_text() {
    let unit = assemble(&every_row()).unwrap_or_else(|error| panic!("{error}"));
    let printed = hhas(&unit, HhasOptions { lines: true });
    let again = assemble(&printed).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(hhas(&again, HhasOptions { lines: true }), printed);
    assert_eq!(again.main().map(|main| &main.body), unit.main().map(|main| &main.body));
}

pub fn every_row_reads_back_from_bytes() {
    let unit = assemble(&every_row()).unwrap_or_else(|error| panic!("{error}"));
    let code = &unit.main().expect("a top level").body.code;
    let mut count = 0;
    let mut writer = Writer::default();
    for item in instrs(code) {
        let (at, instr) = item.expect("code");
        assert_eq!(at, writer.offset());
        instr.encode(&mut writer);
        count += 1;
    }
    assert_eq!(&writer.bytes, code);
    assert_eq!(count, Op::ALL.len() * 8 + 1);
}

/// The sizes that the listings of HHVM 3.6 show.
pub fn instructions_have_the_sizes_of_the_format() {
    let text = ".filepath \"\";\n.main {\nString \"\"\nCns \"\"\nDefCns \"\"\nInt 1\nDouble 1.0\n\
        SetL $a\nCGetL $a\nCGetL2 $a\nCGetL _128\nL:\nJmp L\nJmpZ L\nEq\nPrint\nPopC\nRetC\n\
        FPassCE 0\nFCall 1\nFPushFuncD 1 \"f\"\n}";
    let unit = assemble(text).unwrap_or_else(|error| panic!("{error}"));
    let code = &unit.main().expect("a top level").body.code;
    let starts: Vec<u32> = instrs(code).map(|item| item.expect("code").0).collect();
    let sizes: Vec<u32> = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert_eq!(sizes, [5, 5, 5, 9, 9, 2, 2, 2, 5, 5, 5, 1, 1, 1, 1, 2, 2]);
    assert_eq!(code.len() as u32 - starts[starts.len() - 1], 6);
}

pub fn flags_agree_with_immediates() {
    for op in Op::ALL {
        let info = op.info();
        let labels = info.imms.iter().any(|(_, code)| matches!(*code, "BA" | "BLA" | "SLA"));
        assert_eq!(op.has(Flags::Branch), labels, "{}", op.name());
        let slots = info.imms.iter().any(|(_, code)| matches!(*code, "DP" | "KA"));
        assert!(op.names_slots() || !slots, "{}", op.name());
        assert_eq!(op.has(Flags::Push), info.outputs.contains(&"Ar"), "{}", op.name());
        assert_eq!(op.has(Flags::Pass), info.outputs == ["F"], "{}", op.name());
        assert_eq!(op.has(Flags::Call), info.inputs.contains(&"Ar"), "{}", op.name());
        let path = Flags::Base.with(Flags::Dim).with(Flags::Final);
        assert_eq!(op.flags().meets(path), info.topic == "member", "{}", op.name());
        assert!(!info.doc.is_empty(), "{}", op.name());
        assert!(info.inputs.len().max(info.outputs.len()) <= 4, "{}", op.name());
        assert_eq!(Op::from_name(info.name), Some(*op));
    }
}

pub fn an_opcode_that_no_row_has_is_refused() {
    for number in Op::ALL.len()..0x100 + 0xFF {
        let bytes = match u8::try_from(number) {
            Ok(short) if short != 0xFF => vec![short],
            _ => vec![0xFF, (number - 0xFF) as u8],
        };
        assert!(Op::decode(&mut Reader::new(&bytes, 0)).is_err(), "{number}");
    }
}

/// Compiles only when a consumer's functions have the types of the table.
pub mod dispatch {
    use hhbc::imm::Count;
    use hhbc::instr::Instr;

    macro_rules! define_names {
        ([] $( $topic:ident { $(
            $(#[$doc:meta])*
            $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
                [$($in:tt)*] -> [$($out:tt)*] $(, $($flag:ident)|+ )?;
        )* } )*) => {
            #[allow(unused_imports)]
            use hhbc::imm::*;
            $($( fn $snake(seen: &mut Vec<&'static str> $(, $imm: &$ty)*) {
                $( let _ = $imm; )*
                seen.push(stringify!($Camel));
            } )*)*
        };
    }
    hhbc::for_each_op!(define_names);

    pub fn dispatch_calls_the_function_of_the_row() {
        let mut seen = Vec::new();
        let instrs = [Instr::Add {}, Instr::ConcatN { n: Count(2) }, Instr::Yield {}];
        for instr in &instrs {
            hhbc::dispatch_instr!(instr, (&mut seen));
        }
        assert_eq!(seen, ["Add", "ConcatN", "Yield"]);
    }
}
