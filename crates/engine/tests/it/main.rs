//! Scripts run in this process: every way of running the tests of the language gives what PHP gave,
//! and what ends one request does nothing to the next.

#![forbid(unsafe_code)]

mod faults;
mod modes;
mod scripts;

use std::process::ExitCode;

fn main() -> ExitCode {
    engine::note_calls();
    testkit::main(
        &[],
        vec![
            ("modes::plain", modes::plain),
            ("modes::alternating", modes::alternating),
            ("modes::collector_at_every_root", modes::collector_at_every_root),
            ("modes::machine_code_at_once", modes::machine_code_at_once),
            ("modes::assembled_from_text", modes::assembled),
            ("modes::bodies_called_from_outside", modes::bodies),
            ("modes::frames_watched", modes::frames_watched),
            ("modes::frames_watched_in_machine_code", modes::frames_watched_in_machine_code),
            ("modes::three_times_in_one_process", modes::three_times),
            ("modes::two_threads", modes::two_threads),
            ("modes::two_threads_in_machine_code", modes::two_threads_in_machine_code),
            ("faults::recursion_ends_a_request_at_most", faults::recursion),
            ("faults::calls_of_every_kind_inside_each_other", faults::calls),
            ("faults::memory_ends_anywhere", faults::memory),
            ("faults::any_allocation_fails", faults::allocations),
            ("faults::any_native_body_panics", faults::panics),
        ],
    )
}
