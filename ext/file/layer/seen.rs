//! What was seen of files last: whoever asks again is told the same, until something may have changed.

use runtime::native::Call;

use super::table::Streams;
use crate::path::facts::Facts;

/// The file that was looked at last, and the one that was looked at without following a link.
#[derive(Default)]
pub struct Seen {
    followed: Option<(Vec<u8>, Facts)>,
    itself: Option<(Vec<u8>, Facts)>,
}

impl Seen {
    /// What was seen of the file with a name.
    pub fn of(&self, path: &[u8], link: bool) -> Option<Facts> {
        let last = if link { &self.itself } else { &self.followed };
        last.as_ref().filter(|(seen, _)| seen == path).map(|(_, facts)| *facts)
    }

    /// Keeps what is seen now; what is no link is the same for whoever follows links.
    pub fn keep(&mut self, path: &[u8], link: bool, facts: Facts) {
        if link {
            self.itself = Some((path.to_vec(), facts));
        }
        if !link || !facts.is_link() {
            self.followed = Some((path.to_vec(), facts));
        }
    }
}

/// Forgets what was seen, where files may have changed.
pub fn forget(call: &mut Call<'_>) {
    call.state::<Streams>().seen = Seen::default();
}
