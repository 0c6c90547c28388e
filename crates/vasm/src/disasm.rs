//! Machine code as text, one line an instruction: `0x30c00030: cmp qword ptr [rbp+0x8], 0`.

use iced_x86::{Decoder, DecoderOptions, Formatter, IntelFormatter};

/// The instructions in `bytes`, the first of which is at `address`; each line ends with a newline.
pub fn disassemble(bytes: &[u8], address: u64) -> String {
    let mut text = String::new();
    let mut formatter = IntelFormatter::new();
    let options = formatter.options_mut();
    options.set_space_after_operand_separator(true);
    options.set_hex_prefix("0x");
    options.set_hex_suffix("");
    options.set_uppercase_hex(false);
    options.set_small_hex_numbers_in_decimal(false);
    options.set_branch_leading_zeros(false);
    options.set_show_branch_size(false);
    options.set_rip_relative_addresses(true);
    for inst in Decoder::with_ip(64, bytes, address, DecoderOptions::NONE) {
        text.push_str(&format!("{:#x}: ", inst.ip()));
        formatter.format(&inst, &mut text);
        if text.ends_with(", 0x0") {
            text.truncate(text.len() - 2);
        }
        text.push('\n');
    }
    text
}
