//! Markup: any bytes as XML, as HTML, and as what chooses elements.

use ext_xml::text;

use crate::{Run, Target};

/// XML; what is written of it reads back as the same.
pub const XML: Target =
    Target { name: "xml", run: Run::Each(xml), corpus: &["fuzz/corpus/xml"], extension: "xml" };

/// HTML, in whatever encoding it says that it is in.
pub const HTML: Target =
    Target { name: "html", run: Run::Each(html), corpus: &["fuzz/corpus/html"], extension: "html" };

/// Selectors, over a document that has something for each kind of them.
pub const SELECTORS: Target = Target {
    name: "selectors",
    run: Run::Each(selectors),
    corpus: &["fuzz/corpus/selectors"],
    extension: "txt",
};

fn xml(input: &[u8]) {
    let Some(first) = text::xml(input) else { return };
    let second = text::xml(&first).expect("what is written is well-formed");
    assert_eq!(first.escape_ascii().to_string(), second.escape_ascii().to_string());
}

fn html(input: &[u8]) {
    text::html(input);
}

fn selectors(input: &[u8]) {
    const DOCUMENT: &[u8] = b"<!DOCTYPE html><div id=b class='a x' data-x=y-z><p class=a>1\
        <p lang=en><img><fieldset disabled><legend><input required></legend></fieldset><a:b c=def>";
    text::chosen(input, DOCUMENT);
}
