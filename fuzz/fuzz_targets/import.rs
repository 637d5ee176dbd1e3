//! Reads any bytes as what comes back from translators, in every format: nothing panics, and every place is in the text.
//!
//! `cargo fuzz run import -- -max_total_time=600`
#![no_main]

use duizhao::interchange::input::Input;
use duizhao::interchange::job::FORMATS;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let input = Input { name: "fuzz", bytes };
    for format in FORMATS {
        let returned = (format.read)(&input);
        for segment in &returned.segments {
            let (source, span) = &segment.at;
            assert!(source.text().get(span.range()).is_some());
        }
    }
});
