//! What comes from a network: URLs, queries, heads of requests, bodies.

use engine::web::head::{Head, Parsed};
use engine::web::text as web;
use ext_core::UrlParts;
use runtime::array::Array;
use runtime::object::Reference;
use runtime::value::Value;

use crate::extensions::{call, text};
use crate::{Run, Target};

/// URLs and queries.
pub const URLS: Target =
    Target { name: "urls", run: Run::Each(urls), corpus: &["fuzz/corpus/urls"], extension: "bin" };

/// Requests as the server of `php -S` reads them.
pub const HEADS: Target = Target {
    name: "heads",
    run: Run::Each(heads),
    corpus: &["fuzz/corpus/heads"],
    extension: "bin",
};

/// Bodies, behind a line with their type.
pub const BODIES: Target = Target {
    name: "bodies",
    run: Run::Each(bodies),
    corpus: &["fuzz/corpus/bodies"],
    extension: "bin",
};

/// How many variables there are, with those in arrays, and how deep the arrays are.
fn extent(array: &Array) -> (usize, usize) {
    let inner = array.iter().filter_map(|(_, value)| value.unboxed().as_array().map(extent));
    inner.fold((array.len(), 1), |(all, deepest), (more, depth)| {
        (all + more, deepest.max(depth + 1))
    })
}

fn assert_bounded(variables: &Array, input: &[u8]) {
    let (count, depth) = extent(variables);
    assert!(count <= input.len() * 6 && depth <= web::VARIABLES.1 + 2, "{count} of {depth}");
}

fn urls(input: &[u8]) {
    if let Some(parts) = UrlParts::of(input) {
        let UrlParts { scheme, host, user, pass, path, query, fragment, .. } = parts;
        let parts = [scheme, host, user, pass, path, query, fragment];
        let bytes: usize = parts.iter().flatten().map(Vec::len).sum();
        assert!(bytes <= input.len(), "parts are of the URL");
    }
    let tables = ext_core::TABLES;
    call(tables, "parse_url", vec![text(input), Value::int(-1)]);
    let found = Reference::new(Value::NULL).expect("memory");
    call(tables, "parse_str", vec![text(input), found.clone().into()]);
    let Some(variables) = found.peek().as_array().cloned() else { return };
    assert_bounded(&variables, input);
    let Some(written) = call(tables, "http_build_query", vec![variables.into()]) else { return };
    let again = Reference::new(Value::NULL).expect("memory");
    call(tables, "parse_str", vec![written.clone(), again.clone().into()]);
    let rewritten = call(tables, "http_build_query", vec![again.get()]);
    let as_text = |value: &Value| value.as_str().map(|text| text.escape_ascii().to_string());
    assert_eq!(as_text(&written), rewritten.as_ref().and_then(as_text), "a query stays the same");
}

fn heads(input: &[u8]) {
    let Parsed::Whole { head, end, length } = Head::parse(input) else { return };
    assert!(end <= input.len(), "a head ends in what there is");
    let (path, query) = head.parts();
    assert!(path.len() <= input.len() && head.method.len() <= input.len());
    for (name, value) in &head.headers {
        assert!(!value.contains(&b'\n') && name.len() + value.len() <= input.len(), "{name}");
    }
    let _ = web::query(query.unwrap_or_default()).expect("memory");
    let cookies = head.header("Cookie").unwrap_or_default();
    assert_bounded(&web::cookies(cookies).expect("memory"), input);
    let login = web::login(head.header("Authorization").unwrap_or_default());
    assert!(login.iter().all(|(_, word)| word.len() <= input.len()));
    let body = &input[end..input.len().min(end.saturating_add(length))];
    let _ = web::body(head.header("Content-Type").unwrap_or_default(), body).expect("memory");
}

fn bodies(input: &[u8]) {
    let end = input.iter().position(|byte| *byte == b'\n').unwrap_or(input.len());
    let (kind, body) = input.split_at(end);
    let [values, files] = web::body(kind, body).expect("memory");
    assert_bounded(&values, input);
    assert_bounded(&files, input);
}
