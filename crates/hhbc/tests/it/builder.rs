//! The builder: what an emitter calls, and what comes of it.

use hhbc::asm::assemble;
use hhbc::build::FuncBuilder;
use hhbc::constraint::TypeConstraint;
use hhbc::func::{Attrs, EhKind, FrameShape, Func, FuncNotes, Role};
use hhbc::imm::{Count, IterId, Label, LocalId, MemberKey, MemberMode, ObjMethodOp, Param, StrId};
use hhbc::show::{HhasOptions, hhas, listing};
use hhbc::unit::{Level, MAIN, Unit, UnitBuilder};
use hhbc::verify::{Slot, trace, verify};

/// A unit whose top level is what `emit` builds.
fn unit_of(locals: &[&str], emit: impl FnOnce(&mut UnitBuilder, &mut FuncBuilder)) -> Unit {
    let mut unit = UnitBuilder::new(b"built.php", Level::default());
    let mut build = FuncBuilder::new();
    emit(&mut unit, &mut build);
    let built = build.finish().unwrap_or_else(|unbound| panic!("{unbound}"));
    let frame = FrameShape {
        local_names: locals.iter().map(|name| unit.string(name.as_bytes())).collect(),
        num_locals: locals.len() as u32 + 2,
        num_iters: 1,
        max_stack_cells: built.max_stack_cells,
    };
    let main = Func {
        name: unit.string(b""),
        role: Role::Main,
        attrs: Attrs::NONE,
        params: Vec::new(),
        ret: None::<TypeConstraint>,
        notes: FuncNotes::default(),
        frame,
        body: built.body,
    };
    unit.define_func(MAIN, main);
    unit.finish().expect("all is defined")
}

pub fn built_code_equals_assembled_code() {
    let unit = unit_of(&["x"], |unit, b| {
        let (name, hello) = (unit.string(b"FOO"), unit.string(b"Hello World\n"));
        b.line(3);
        b.string(hello);
        b.def_cns(name);
        b.pop_c();
        b.line(7);
        b.int(3);
        b.c_get_l2(LocalId(0));
        b.eq();
        let end = b.label();
        b.jmp_z(end);
        b.line(8);
        b.string(hello);
        b.print();
        b.pop_c();
        b.bind(end);
        b.int(1);
        b.ret_c();
    });
    assert_eq!(verify(&unit), Ok(()));
    let text = hhas(&unit, HhasOptions { lines: true });
    let again = assemble(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(listing(&again), listing(&unit));
}

pub fn dead_code_is_not_written() {
    let unit = unit_of(&[], |_, b| {
        let end = b.label();
        b.null();
        b.ret_c();
        b.int(1);
        b.print();
        b.bind_end(end);
        assert!(!b.is_alive());
        b.pop_c();
    });
    assert_eq!(unit.main().expect("main").body.code.len(), 2);
    assert_eq!(verify(&unit), Ok(()));
}

pub fn a_call_describes_what_was_passed() {
    let unit = unit_of(&["x", "o"], |unit, b| {
        let (name, method) = (unit.string(b"named"), unit.string(b"m"));
        b.this();
        b.f_push_obj_method_d(Count(4), method, ObjMethodOp::NullThrows);
        b.f_pass_l(Param::At(0), LocalId(0));
        b.int(1);
        b.f_pass_ce(Param::At(1));
        b.c_get_l(LocalId(0));
        b.f_pass_spread(Param::At(2));
        b.base_l(LocalId(1), MemberMode::Arg(Param::Named(name)));
        b.f_pass_m(Param::Named(name), Count(0), MemberKey::PT(method));
        let args = b.passed();
        assert_eq!((args.count, args.spreads), (4, 1));
        assert_eq!((args.names.as_slice(), args.by_ref.as_slice()), (&[name][..], &[0, 3][..]));
        b.call();
        b.pop_r();
        b.null();
        b.ret_c();
    });
    assert_eq!(verify(&unit), Ok(()));
}

/// `foreach ($a as $v) { if ($v) return $v; }`: the return is outside of the iterator's region.
pub fn regions_have_gaps_where_code_leaves_them() {
    let unit = unit_of(&["a", "v"], |_, b| {
        let (body, next, done) = (b.label(), b.label(), b.label());
        b.c_get_l(LocalId(0));
        b.iter_init(IterId(0), done, LocalId(1));
        let region = b.begin_region(EhKind::Iter(IterId(0)));
        b.bind(body);
        b.c_get_l(LocalId(1));
        b.jmp_z(next);
        b.c_get_l(LocalId(1));
        b.suspend_regions(region);
        b.iter_free(IterId(0));
        b.ret_c();
        b.resume_regions(region);
        b.bind(next);
        b.iter_next(IterId(0), body, LocalId(1));
        b.end_region(region);
        b.bind(done);
        b.null();
        b.ret_c();
    });
    assert_eq!(verify(&unit), Ok(()));
    assert_eq!(unit.main().expect("main").body.eh.len(), 2);
}

pub fn handlers_start_with_an_empty_stack() {
    let unit = unit_of(&["e"], |unit, b| {
        let (handler, end) = (b.label(), b.label());
        let class = unit.string(b"Exception");
        let region = b.begin_region(EhKind::Catch(vec![(class, handler)]));
        b.c_get_l(LocalId(0));
        b.print();
        b.pop_c();
        b.end_region(region);
        b.jmp(end);
        b.line(5);
        b.begin_handler(handler);
        assert_eq!(b.depth(), 1);
        b.set_l(LocalId(0));
        b.pop_c();
        b.bind(end);
        b.null();
        b.ret_c();
    });
    assert_eq!(verify(&unit), Ok(()));
    let body = &unit.main().expect("main").body;
    let EhKind::Catch(clauses) = &body.eh[0].kind else { panic!("{:?}", body.eh) };
    let handler = clauses[0].1;
    assert_eq!(
        (body.line_at(0), body.line_at(handler), body.line_at(handler + 1)),
        (None, Some(5), Some(5))
    );
}

pub fn a_handler_without_code_to_handle_is_not_written() {
    let unit = unit_of(&["e"], |unit, b| {
        let class = unit.string(b"Exception");
        for dead in [false, true] {
            let (handler, end) = (b.label(), b.label());
            if dead {
                b.null();
                b.ret_c();
            }
            let region = b.begin_region(EhKind::Catch(vec![(class, handler)]));
            b.end_region(region);
            b.jmp(end);
            b.begin_handler(handler);
            b.pop_c();
            b.bind_end(end);
        }
        assert!(!b.is_alive());
    });
    assert_eq!(verify(&unit), Ok(()));
    assert_eq!(unit.main().expect("main").body.code.len(), 7);
}

pub fn regions_are_found_from_the_innermost_outwards() {
    let unit = unit_of(&["a", "b"], |_, b| {
        let outer = b.begin_region(EhKind::Temp(LocalId(0)));
        b.null();
        let inner = b.begin_region(EhKind::Temp(LocalId(1)));
        b.print();
        b.end_region(inner);
        b.end_region(outer);
        b.ret_c();
    });
    assert_eq!(verify(&unit), Ok(()));
    let body = &unit.main().expect("main").body;
    let around = |at| body.regions_at(at).map(|region| region.kind.clone()).collect::<Vec<_>>();
    let temp = |local| EhKind::Temp(LocalId(local));
    assert_eq!((around(0), around(1), around(2)), (vec![temp(0)], vec![temp(1), temp(0)], vec![]));
}

pub fn shapes_show_pending_records() {
    let unit = unit_of(&[], |unit, b| {
        let name = unit.string(b"f");
        b.int(7);
        b.f_push_func_d(Count(1), name);
        b.int(1);
        b.f_pass_ce(Param::At(0));
        b.call();
        b.unbox_r();
        b.add();
        b.ret_c();
    });
    let main = unit.main().expect("main");
    let (reached, shapes) = trace(&unit, main).unwrap_or_else(|broken| panic!("{broken}"));
    let before_call = main.body.code.len() as u32 - 5;
    let slots: Vec<Slot> = shapes.slots(before_call).expect("reached").collect();
    assert!(matches!(slots[0], Slot::Arg { param: Param::At(0), may_be_ref: false, .. }));
    assert_eq!(slots[1], Slot::Call { num_args: 1 });
    assert_eq!(slots.len(), 3);
    let call = reached.iter().find(|reached| reached.offset == before_call).expect("reached");
    assert_eq!((call.cells, call.record), (5, Some(1)));
    assert_eq!(reached[0].record, None);
    assert_eq!(main.frame.max_stack_cells, 5);
}

pub fn a_label_must_be_bound() {
    let mut build = FuncBuilder::new();
    let label = build.label();
    build.jmp(label);
    assert_eq!(build.finish().map_err(|unbound| unbound.0).err(), Some(Label(0)));
}

pub fn equal_strings_are_one() {
    let mut unit = UnitBuilder::new(b"a", Level::default());
    assert_eq!(unit.string(b"a"), StrId(0));
    assert_eq!(unit.string(b"b"), unit.string(b"b"));
    assert!(unit.finish().is_err());
}
