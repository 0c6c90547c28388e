//! The order in which people put names with numbers in them.

/// Bytes with an end, behind which there are NULs.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    fn skip_spaces(&mut self) {
        while matches!(self.byte(), b' ' | 9..=13) {
            self.at += 1;
        }
    }

    fn skip_zeros(&mut self) {
        while self.byte() == b'0' && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
    }

    fn digit(&self) -> Option<u8> {
        self.bytes.get(self.at).copied().filter(u8::is_ascii_digit)
    }
}

/// −1, 0 or 1.
pub fn compare(left: &[u8], right: &[u8], fold_case: bool) -> i32 {
    if left.is_empty() || right.is_empty() {
        return left.len().cmp(&right.len()) as i32;
    }
    let (mut a, mut b) = (Reader { bytes: left, at: 0 }, Reader { bytes: right, at: 0 });
    a.skip_zeros();
    b.skip_zeros();
    loop {
        a.skip_spaces();
        b.skip_spaces();
        if a.digit().is_some() && b.digit().is_some() {
            let order = numbers(&mut a, &mut b);
            if order != 0 {
                return order;
            }
            if a.is_at_end() || b.is_at_end() {
                return b.is_at_end().cmp(&a.is_at_end()) as i32;
            }
        }
        let fold = |byte: u8| if fold_case { byte.to_ascii_uppercase() } else { byte };
        let order = fold(a.byte()).cmp(&fold(b.byte())) as i32;
        if order != 0 {
            return order;
        }
        a.at += 1;
        b.at += 1;
        if a.is_at_end() || b.is_at_end() {
            return b.is_at_end().cmp(&a.is_at_end()) as i32;
        }
    }
}

/// Orders runs of digits: as fractions when one begins with 0, else by length, then digits.
fn numbers(a: &mut Reader<'_>, b: &mut Reader<'_>) -> i32 {
    let is_fraction = a.byte() == b'0' || b.byte() == b'0';
    let mut bias = 0;
    loop {
        let (left, right) = match (a.digit(), b.digit()) {
            (None, None) => return bias,
            (None, Some(_)) => return -1,
            (Some(_), None) => return 1,
            (Some(left), Some(right)) => (left, right),
        };
        let order = left.cmp(&right) as i32;
        if is_fraction && order != 0 {
            return order;
        }
        if bias == 0 {
            bias = order;
        }
        a.at += 1;
        b.at += 1;
    }
}
