//! The file of the lines before, as libedit writes it.

const HEAD: &[u8] = b"_HiStOrY_V2_\n";

/// The text of lines.
pub fn written(lines: &[Vec<u8>]) -> Vec<u8> {
    let mut text = HEAD.to_vec();
    for line in lines {
        for byte in line {
            match byte {
                b' ' | b'\t' | b'\n' | b'\\' => {
                    text.extend_from_slice(format!("\\{byte:03o}").as_bytes());
                }
                0..=0x1f => text.extend_from_slice(&[b'\\', b'^', byte ^ 0x40]),
                0x7f => text.extend_from_slice(b"\\^?"),
                _ => text.push(*byte),
            }
        }
        text.push(b'\n');
    }
    text
}

/// The lines of a text; none where it is none of lines.
pub fn read(text: &[u8]) -> Option<Vec<Vec<u8>>> {
    let body = text.strip_prefix(HEAD)?;
    let body = body.strip_suffix(b"\n").unwrap_or(body);
    let lines = body.split(|byte| *byte == b'\n').filter(|_| !body.is_empty());
    Some(lines.map(plain).collect())
}

/// A line without what stands for other bytes.
fn plain(mut rest: &[u8]) -> Vec<u8> {
    let mut line = Vec::new();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match (first, tail) {
            (b'\\', [b'^', byte, behind @ ..]) => {
                line.push(if *byte == b'?' { 0x7f } else { byte & 0x1f });
                rest = behind;
            }
            (b'\\', [b'\\', behind @ ..]) => {
                line.push(b'\\');
                rest = behind;
            }
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', behind @ ..]) => {
                line.push((a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'));
                rest = behind;
            }
            _ => line.push(*first),
        }
    }
    line
}
