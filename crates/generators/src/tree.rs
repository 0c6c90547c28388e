//! Programs as trees of the symbols that they were made of, and smaller ones made of them.

/// A symbol's text, in pieces.
#[derive(Clone)]
pub struct Tree {
    pub(crate) symbol: &'static str,
    pub(crate) pieces: Vec<Piece>,
}

#[derive(Clone)]
pub(crate) enum Piece {
    Text(&'static str),
    /// A symbol, once or more often.
    Trees {
        trees: Vec<Tree>,
        may_be_none: bool,
    },
}

/// The alternatives of a symbol that are texts.
type Texts<'a> = &'a dyn Fn(&'static str) -> Vec<Tree>;

impl Tree {
    /// The whole text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Trees { trees, .. } => trees.iter().for_each(|tree| tree.write(text)),
            }
        }
    }

    /// Trees with one part less or a simpler one, smallest first.
    pub(crate) fn smaller(&self, texts: Texts<'_>) -> Vec<Tree> {
        let length = self.text().len();
        let mut found: Vec<_> =
            self.variants(texts).into_iter().map(|tree| (tree.text().len(), tree)).collect();
        found.retain(|(other, _)| *other < length);
        found.sort_by_key(|(length, _)| *length);
        found.into_iter().map(|(_, tree)| tree).collect()
    }

    fn variants(&self, texts: Texts<'_>) -> Vec<Tree> {
        let mut found = texts(self.symbol);
        self.collect(self.symbol, &mut found);
        for (at, piece) in self.pieces.iter().enumerate() {
            let Piece::Trees { trees, may_be_none } = piece else { continue };
            let with = |trees| {
                let mut tree = self.clone();
                tree.pieces[at] = Piece::Trees { trees, may_be_none: *may_be_none };
                tree
            };
            for (index, part) in trees.iter().enumerate() {
                if *may_be_none {
                    found.push(with([&trees[..index], &trees[index + 1..]].concat()));
                }
                for variant in part.variants(texts) {
                    let mut trees = trees.clone();
                    trees[index] = variant;
                    found.push(with(trees));
                }
            }
        }
        found
    }

    /// The nearest trees of a symbol below this one.
    fn collect(&self, symbol: &str, found: &mut Vec<Tree>) {
        for piece in &self.pieces {
            let Piece::Trees { trees, .. } = piece else { continue };
            for tree in trees {
                if tree.symbol == symbol {
                    found.push(tree.clone());
                } else {
                    tree.collect(symbol, found);
                }
            }
        }
    }
}
