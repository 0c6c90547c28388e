//! Bytes and nanoseconds per element of each array layout, for comparison with
//! `array_layouts.php`, which prints the same table for PHP.
//!
//! Run with `cargo run --release -p runtime --example array_layouts`. With `JIVE_WORK` as the number
//! of elements and one round it is short enough for an instruction count by callgrind; a first
//! argument of the form `strings:8:hit` then selects one measurement.

use std::hint::black_box;
use std::time::Instant;

use runtime::array::{Array, Key, shape_of};
use runtime::heap;
use runtime::string::{Str, intern};
use runtime::value::Value;

const SIZES: [usize; 4] = [3, 8, 100, 100_000];

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Whether a measurement is wanted.
fn is_chosen(layout: &str, n: usize, operation: &str) -> bool {
    std::env::args().nth(1).is_none_or(|chosen| chosen == format!("{layout}:{n}:{operation}"))
}

/// Least nanoseconds per element over some rounds of `body`, which handles `n` elements a time.
fn measure(n: usize, chosen: bool, mut body: impl FnMut()) -> f64 {
    if !chosen {
        return 0.0;
    }
    let times = (setting("JIVE_WORK", 2_000_000) / n).max(1);
    let round = |body: &mut dyn FnMut()| {
        let start = Instant::now();
        for _ in 0..times {
            body();
        }
        start.elapsed().as_nanos() as f64 / (times * n) as f64
    };
    (0..setting("JIVE_ROUNDS", 5)).map(|_| round(&mut body)).fold(f64::INFINITY, f64::min)
}

struct Keys {
    hits: Vec<Str>,
    misses: Vec<Str>,
}

fn string_keys(n: usize) -> Keys {
    let make = |prefix: &str, index: usize| {
        Str::new(format!("{prefix}{index}").as_bytes()).expect("memory")
    };
    Keys {
        hits: (0..n).map(|index| make("key", index)).collect(),
        misses: (0..n).map(|index| make("miss", index)).collect(),
    }
}

fn int_key(index: usize) -> Key<'static> {
    Key::Int(index as i64 * 7 + 1000)
}

fn bytes(build: impl Fn() -> Array) -> usize {
    let before = heap::with(heap::Heap::used_bytes);
    let array = build();
    let after = heap::with(heap::Heap::used_bytes);
    drop(array);
    after - before
}

/// One line of the table.
fn report(
    name: &str,
    n: usize,
    build: &dyn Fn() -> Array,
    hit: &dyn Fn(&Array),
    miss: &dyn Fn(&Array),
) {
    let array = build();
    let built = measure(n, is_chosen(name, n, "build"), || drop(black_box(build())));
    let hits = measure(n, is_chosen(name, n, "hit"), || hit(black_box(&array)));
    let misses = measure(n, is_chosen(name, n, "miss"), || miss(black_box(&array)));
    let iterated = measure(n, is_chosen(name, n, "iterate"), || {
        let sum = array
            .iter()
            .fold(0, |sum: i64, (_, value)| sum.wrapping_add(value.as_int().unwrap_or(1)));
        black_box(sum);
    });
    let copied = measure(n, is_chosen(name, n, "copy"), || {
        drop(black_box(array.duplicate(0).expect("memory")))
    });
    let size = bytes(build);
    println!(
        "{name:8} {n:7} {size:9} {built:7.2} {hits:7.2} {misses:7.2} {iterated:7.2} {copied:7.2}"
    );
}

fn main() {
    heap::with(|heap| heap.set_limit(usize::MAX));
    assert!(runtime::string::hash::fix_seed(1), "the seed is fixed before anything is hashed");
    println!(
        "layout         n     bytes   build     hit    miss iterate    copy   (ns per element)"
    );
    for n in SIZES {
        report(
            "list",
            n,
            &|| {
                let mut array = Array::new();
                for int in 0..n as i64 {
                    array.append(Value::int(int)).expect("memory");
                }
                array
            },
            &|array| {
                for int in 0..n as i64 {
                    black_box(array.get_int(black_box(int)));
                }
            },
            &|array| {
                for int in 0..n as i64 {
                    black_box(array.get_int(black_box(int - n as i64)));
                }
            },
        );
    }
    for n in SIZES {
        report(
            "ints",
            n,
            &|| {
                let mut array = Array::new();
                for index in 0..n {
                    array.set(int_key(index), Value::int(1)).expect("memory");
                }
                array
            },
            &|array| {
                for index in 0..n {
                    black_box(array.get(black_box(int_key(index))));
                }
            },
            &|array| {
                for index in 0..n as i64 {
                    black_box(array.get_int(black_box(index * 7 + 1001)));
                }
            },
        );
    }
    for n in SIZES {
        let keys = string_keys(n);
        report(
            "strings",
            n,
            &|| {
                let mut array = Array::new();
                for key in &keys.hits {
                    array.set(Key::Str(key), Value::int(1)).expect("memory");
                }
                array
            },
            &|array| {
                for key in &keys.hits {
                    black_box(array.get_str(black_box(key)));
                }
            },
            &|array| {
                for key in &keys.misses {
                    black_box(array.get_str(black_box(key)));
                }
            },
        );
    }
    for n in [3, 8] {
        let names: Vec<_> =
            (0..n).map(|index| intern(format!("field{index}").as_bytes())).collect();
        let absent = intern(b"absent");
        let shape = shape_of(&names).expect("a shape");
        report(
            "shaped",
            n,
            &|| Array::of_shape(shape, (0..n as i64).map(Value::int)).expect("memory"),
            &|array| {
                for name in &names {
                    black_box(array.get_str(black_box(name.as_str())));
                }
            },
            &|array| {
                for _ in 0..n {
                    black_box(array.get_str(black_box(absent.as_str())));
                }
            },
        );
    }
}
