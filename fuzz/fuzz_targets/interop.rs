//! Holds any bytes against every format of exchange files: nothing panics, and every problem has a place in the text.
//!
//! `cargo fuzz run interop -- -max_total_time=600`
#![no_main]

use duizhao::interchange::conformance::FORMATS;
use duizhao::interchange::conformance::outcome;
use duizhao::interchange::input::Input;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = Input { name: "fuzz", bytes };
    for format in FORMATS {
        let Ok(outcome) = outcome::check(&input, Some(*format)) else { continue };
        for problem in &outcome.problems {
            if let Some((source, span)) = &problem.notice.at {
                assert!(source.text().get(span.range()).is_some(), "{}", problem.notice);
            }
        }
    }
});
