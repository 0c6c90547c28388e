//! The table of layouts, as other crates read it.

use runtime::layout::LAYOUTS;

/// Every header of a counted block agrees on these.
const COMMON: [(&str, usize); 3] = [("flags", 8), ("kind", 11), ("count", 12)];

#[test]
fn all_headers_agree_on_flags_kind_and_count() {
    for layout in LAYOUTS.iter().filter(|layout| layout.name != "VmElement") {
        for field in COMMON {
            assert!(layout.fields.contains(&field), "{} has no {field:?}", layout.name);
        }
        assert!(layout.bytes.is_multiple_of(16), "{}", layout.name);
    }
}
