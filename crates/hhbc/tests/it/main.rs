//! Tests of the agreement: texts with expected output, and properties over all instructions.

mod blob;
mod builder;
mod files;
mod mutation;
mod programs;
mod reference;
mod rows;
mod types;

use std::process::ExitCode;

/// Tests that are no files, by their paths.
macro_rules! singles {
    ($($($test:ident)::+,)*) => {{
        let mut singles: Vec<(&'static str, fn() -> Result<(), String>)> = Vec::new();
        $( singles.push((stringify!($($test)::+), || {
            $($test)::+();
            Ok(())
        })); )*
        singles
    }};
}

fn main() -> ExitCode {
    let singles = singles![
        blob::every_unit_reads_back_from_bytes,
        blob::damaged_bytes_are_refused,
        blob::bytes_changed_with_their_checksum_do_no_harm,
        builder::built_code_equals_assembled_code,
        builder::dead_code_is_not_written,
        builder::a_call_describes_what_was_passed,
        builder::regions_have_gaps_where_code_leaves_them,
        builder::handlers_start_with_an_empty_stack,
        builder::a_handler_without_code_to_handle_is_not_written,
        builder::regions_are_found_from_the_innermost_outwards,
        builder::shapes_show_pending_records,
        builder::a_label_must_be_bound,
        builder::equal_strings_are_one,
        mutation::changed_bytes_of_code_do_no_harm,
        mutation::changed_records_do_no_harm,
        mutation::changed_text_does_no_harm,
        mutation::rules_about_what_text_cannot_say_are_kept,
        programs::random_programs_are_accepted_and_read_back,
        reference::the_reference_is_up_to_date,
        reference::the_reference_explains_every_immediate,
        rows::every_row_reads_back_from_text,
        rows::every_row_reads_back_from_bytes,
        rows::instructions_have_the_sizes_of_the_format,
        rows::flags_agree_with_immediates,
        rows::an_opcode_that_no_row_has_is_refused,
        rows::dispatch::dispatch_calls_the_function_of_the_row,
        types::declared_types_are_printed_as_php_does,
        types::every_type_has_a_name_that_reads_back,
        types::primitives_partition_all_values,
    ];
    testkit::main(&[files::suite()], singles)
}
