//! What reflection asks the engine: facts about classes, functions and objects, as arrays.
//!
//! The classes that scripts see are the library's, in PHP; here are the native methods of the class
//! `Reflected_`, by which they ask. Classes and functions go through their code as numbers.
//!
//! # Not here
//! What a fact means to a script, and every message: the library.

mod class;
mod facts;
mod flow;
mod func;
mod lazy;
mod value;

use crate::native_method::MethodRow;

pub(crate) use class::is_helper;
pub(crate) use facts::Reflected;

/// Native methods of `Reflected_`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("reflected_::classof_", class::of),
    ("reflected_::class_", class::facts),
    ("reflected_::isa_", class::is_a),
    ("reflected_::methods_", class::methods),
    ("reflected_::method_", class::method),
    ("reflected_::consts_", class::consts),
    ("reflected_::const_", class::constant),
    ("reflected_::constvalue_", class::constant_value),
    ("reflected_::new_", class::instantiate),
    ("reflected_::extensionof_", class::extension_of),
    ("reflected_::isdeprecated_", class::is_deprecated),
    ("reflected_::props_", class::props),
    ("reflected_::prop_", class::prop),
    ("reflected_::funcnamed_", func::named),
    ("reflected_::funcof_", func::of_closure),
    ("reflected_::func_", func::facts),
    ("reflected_::closure_", func::closure_of),
    ("reflected_::closurefacts_", func::closure_facts),
    ("reflected_::statics_", func::statics),
    ("reflected_::run_", func::run),
    ("reflected_::evaluate_", func::evaluate),
    ("reflected_::generator_", flow::of_generator),
    ("reflected_::generatortrace_", flow::generator_trace),
    ("reflected_::fiber_", flow::of_fiber),
    ("reflected_::fibertrace_", flow::fiber_trace),
    ("reflected_::refid_", func::reference_id),
    ("reflected_::get_", value::get),
    ("reflected_::set_", value::set),
    ("reflected_::isset_", value::is_set),
    ("reflected_::getraw_", value::get_raw),
    ("reflected_::setraw_", value::set_raw),
    ("reflected_::put_", value::put),
    ("reflected_::cut_", value::cut),
    ("reflected_::uninit_", value::uninit),
    ("reflected_::lazymake_", lazy::make),
    ("reflected_::lazyis_", lazy::is),
    ("reflected_::lazystart_", lazy::start),
    ("reflected_::lazyinitializer_", lazy::initializer),
    ("reflected_::lazyslot_", lazy::slot),
    ("reflected_::lazyskip_", lazy::skip),
    ("reflected_::lazysetraw_", lazy::set_raw),
    ("reflected_::staticget_", value::static_get),
    ("reflected_::staticisset_", value::static_is_set),
    ("reflected_::staticset_", value::static_set),
];
