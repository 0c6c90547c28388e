//! Arrays against a model that is obviously right: a vector of pairs.
//!
//! `JIVE_SEED` and `JIVE_STEPS` choose other programs than the standing ones.

use runtime::array::{Array, Key, shape_of};
use runtime::heap;
use runtime::string::{Str, intern};
use runtime::value::Value;

use crate::random::Random;

#[derive(Clone, PartialEq, Debug)]
enum ModelKey {
    Int(i64),
    Str(String),
}

/// PHP's array as pairs. Which index comes next is not modelled: `array_php` asks PHP.
#[derive(Clone, Debug, Default)]
struct Model {
    pairs: Vec<(ModelKey, String)>,
}

impl Model {
    fn find(&self, key: &ModelKey) -> Option<usize> {
        self.pairs.iter().position(|(own, _)| own == key)
    }

    fn set(&mut self, key: ModelKey, value: String) {
        match self.find(&key) {
            Some(at) => self.pairs[at].1 = value,
            None => self.pairs.push((key, value)),
        }
    }

    fn remove(&mut self, key: &ModelKey) {
        if let Some(at) = self.find(key) {
            self.pairs.remove(at);
        }
    }

    fn splice(&mut self, offset: usize, length: usize, values: &[String]) {
        let inserted = values.iter().map(|value| (ModelKey::Int(0), value.clone()));
        self.pairs.splice(offset..offset + length, inserted);
        self.renumber();
    }

    fn renumber(&mut self) {
        let mut next = 0;
        for (key, _) in &mut self.pairs {
            if let ModelKey::Int(int) = key {
                *int = next;
                next += 1;
            }
        }
    }
}

/// An array and its model, changed together.
struct Pair {
    array: Array,
    model: Model,
}

fn some_key(random: &mut Random) -> ModelKey {
    match random.below(10) {
        0..=3 => ModelKey::Int(random.below(24) as i64),
        4 => ModelKey::Int((random.below(64) << 16) as i64 - 1000),
        5 => ModelKey::Int(-(random.below(8) as i64)),
        _ => ModelKey::Str(format!("k{}", random.below(30))),
    }
}

fn with_key<R>(key: &ModelKey, body: impl FnOnce(Key) -> R) -> R {
    match key {
        ModelKey::Int(int) => body(Key::Int(*int)),
        ModelKey::Str(text) => {
            let string = Str::new(text.as_bytes()).unwrap();
            body(Key::of_str(&string))
        }
    }
}

fn some_value(random: &mut Random) -> (Value, String) {
    let int = random.below(1000) as i64;
    match random.below(4) {
        0 => {
            let text = format!("text {int}");
            (Value::from(Str::new(text.as_bytes()).unwrap()), text)
        }
        1 => (Value::float(int as f64 + 0.5), format!("{int}.5")),
        _ => (Value::int(int), int.to_string()),
    }
}

fn shown(value: &Value) -> String {
    match value.unboxed().as_str() {
        Some(string) => String::from_utf8_lossy(string).into_owned(),
        None => format!("{:?}", value.unboxed()),
    }
}

impl Pair {
    fn fresh(random: &mut Random) -> Self {
        if random.chance(25) {
            let names = ["k1", "k2", "k7", "other"].map(|name| intern(name.as_bytes()));
            let count = 1 + random.below(4) as usize;
            let shape = shape_of(&names[..count]).unwrap();
            let values = (0..count as i64).map(Value::int);
            let array = Array::of_shape(shape, values).unwrap();
            let mut model = Model::default();
            for (index, name) in names[..count].iter().enumerate() {
                let name = String::from_utf8(name.as_bytes().to_vec()).unwrap();
                model.set(ModelKey::Str(name), index.to_string());
            }
            return Self { array, model };
        }
        Self { array: Array::new(), model: Model::default() }
    }

    fn step(&mut self, random: &mut Random) {
        match random.below(100) {
            0..=29 => {
                let (value, text) = some_value(random);
                self.array.append(value).unwrap();
                let (key, _) = self.array.iter().last().unwrap();
                let Key::Int(int) = key else { panic!("append makes int keys") };
                assert_eq!(self.model.find(&ModelKey::Int(int)), None);
                self.model.pairs.push((ModelKey::Int(int), text));
            }
            30..=59 => self.set(random),
            60..=84 => {
                let key = some_key(random);
                with_key(&key, |key| self.array.remove(key)).unwrap();
                self.model.remove(&key);
            }
            85..=90 => {
                self.array.pop().unwrap();
                self.model.pairs.pop();
            }
            91..=92 => {
                if self.array.shift().unwrap().is_some() {
                    self.model.splice(0, 1, &[]);
                }
            }
            93..=94 => self.splice(random),
            95 => {
                let (value, text) = some_value(random);
                self.array.unshift(&[value]).unwrap();
                self.model.splice(0, 0, &[text]);
            }
            96..=97 => self.look_up(random),
            _ => self.take_ref(random),
        }
    }

    fn set(&mut self, random: &mut Random) {
        let key = some_key(random);
        let (value, text) = some_value(random);
        with_key(&key, |key| self.array.assign(key, value)).unwrap();
        self.model.set(key, text);
    }

    fn splice(&mut self, random: &mut Random) {
        let length = self.model.pairs.len();
        let offset = random.below(length as u64 + 1) as usize;
        let removed = random.below((length - offset) as u64 + 1) as usize;
        let (mut values, mut texts) = (Array::new(), Vec::new());
        for _ in 0..random.below(3) {
            let (value, text) = some_value(random);
            values.append(value).unwrap();
            texts.push(text);
        }
        let gone = self.array.splice(offset, removed, &values).unwrap();
        assert_eq!(gone.len(), removed);
        gone.check().unwrap();
        self.model.splice(offset, removed, &texts);
    }

    fn look_up(&self, random: &mut Random) {
        let key = some_key(random);
        let found = with_key(&key, |key| self.array.get(key).map(shown));
        let expected = self.model.find(&key).map(|at| self.model.pairs[at].1.clone());
        assert_eq!(found, expected);
    }

    /// A slot becomes a Ref that may outlive the step in a shared copy.
    fn take_ref(&mut self, random: &mut Random) {
        let key = some_key(random);
        with_key(&key, |key| {
            if let Some(mut slot) = self.array.slot(key).unwrap() {
                slot.make_ref().unwrap();
            }
        });
    }

    fn compare(&self) {
        self.array.check().unwrap();
        assert_eq!(self.array.len(), self.model.pairs.len());
        for ((key, value), (model_key, text)) in self.array.iter().zip(&self.model.pairs) {
            with_key(model_key, |model_key| assert_eq!(key, model_key));
            assert_eq!(&shown(value), text);
        }
    }
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn run(seed: u64, steps: u64) {
    let mut random = Random::new(seed);
    let mut pairs: Vec<Pair> = (0..4).map(|_| Pair::fresh(&mut random)).collect();
    for step in 0..steps {
        let at = random.below(pairs.len() as u64) as usize;
        match random.below(200) {
            0 => pairs[at] = Pair::fresh(&mut random),
            1..=4 => {
                let from = random.below(pairs.len() as u64) as usize;
                let copy =
                    Pair { array: pairs[from].array.clone(), model: pairs[from].model.clone() };
                pairs[at] = copy;
            }
            _ => pairs[at].step(&mut random),
        }
        if step % 16 == 0 {
            pairs[at].compare();
        }
    }
    pairs.iter().for_each(Pair::compare);
}

#[test]
fn arrays_behave_as_vectors_of_pairs() {
    let before = heap::with(heap::Heap::used_bytes);
    let steps = setting("JIVE_STEPS", if cfg!(debug_assertions) { 200_000 } else { 3_000_000 });
    for seed in [setting("JIVE_SEED", 1), 2, 3] {
        run(seed, steps);
    }
    runtime::object::cycle::return_dead_roots();
    assert_eq!(heap::with(heap::Heap::used_bytes), before);
    heap::with(|heap| heap.check()).unwrap();
}
