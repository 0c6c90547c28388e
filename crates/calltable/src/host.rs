//! A request that collects what builtins report, throw and print.

use runtime::heap::Oom;
use runtime::message::{Message, Severity};
use runtime::native::{Callable, Host, Native, State, Table};
use runtime::object::Object;
use runtime::raise::{Cast, Halt, Raise, Res};
use runtime::string::Str;
use runtime::value::Value;

/// What happened during a call.
#[derive(Default)]
pub struct Recorder {
    /// Warnings and deprecations, in the words of the PHP script.
    pub reports: String,
    /// The exception.
    pub thrown: Option<String>,
    /// What was printed.
    pub output: Vec<u8>,
    state: State,
    /// What may be called by name.
    tables: &'static [Table],
}

impl Recorder {
    /// A request with these builtins.
    pub fn of(tables: &'static [Table]) -> Self {
        Self { tables, ..Self::default() }
    }
}

impl Raise for Recorder {
    fn report(&mut self, message: Message) -> Res<()> {
        let level = if message.severity() == Severity::Deprecated { 'D' } else { 'W' };
        self.reports.push_str(&format!(" {level}({message})"));
        Ok(())
    }

    fn throw(&mut self, message: Message) -> Halt {
        self.thrown = Some(format!("{:?}: {message}", message.severity()));
        Halt::Exit
    }

    fn out_of_memory(&mut self, _: Oom) -> Halt {
        self.thrown = Some("out of memory".to_owned());
        Halt::Exit
    }

    fn guard_stack(&mut self) -> Res<()> {
        Ok(())
    }

    fn class_name(&mut self, _: &Object) -> String {
        "object".to_owned()
    }

    fn object_to_string(&mut self, _: &Object) -> Res<Str> {
        Err(Halt::Exit)
    }

    fn object_cast(&mut self, _: &Object, _: Cast) -> Res<Option<Value>> {
        Ok(None)
    }

    fn compare_object(&mut self, _: &Value, _: &Value) -> Res<i32> {
        Ok(1)
    }

    fn object_operator(&mut self, _: &'static str, _: &Value, _: &Value) -> Res<Option<Value>> {
        Ok(None)
    }
}

impl Host for Recorder {
    fn write(&mut self, bytes: &[u8]) -> Res<()> {
        self.output.extend_from_slice(bytes);
        Ok(())
    }

    fn state(&mut self) -> &mut State {
        &mut self.state
    }

    fn throw_instance(&mut self, class: &'static str, text: &str, _: i64) -> Halt {
        self.thrown = Some(format!("{class}: {text}"));
        Halt::Exit
    }

    fn callable(&mut self, value: &Value) -> Result<Callable, String> {
        let Some(name) = value.as_str() else {
            if value.as_array().is_some_and(|pair| pair.len() != 2) {
                return Err("array callback must have exactly two members".to_owned());
            }
            return Err("no array or string given".to_owned());
        };
        let natives = self.tables.iter().flat_map(|table| table.natives);
        let found = { natives }.find(|native| native.name.as_bytes() == name.as_bytes());
        match found {
            Some(func) => Ok(Callable { func, this: None, class: None, magic: None }),
            None => {
                let name = String::from_utf8_lossy(name);
                Err(format!("function \"{name}\" not found or invalid function name"))
            }
        }
    }

    fn call(&mut self, callable: &Callable, args: &[Value]) -> Res<Value> {
        let native: Option<&'static Native> = callable.func.downcast_ref();
        let native = native.expect("invariant: `callable` gave a builtin");
        let mut args: Vec<Value> = args.iter().map(|value| value.unboxed().clone()).collect();
        native.call(self, &mut args, false)
    }

    fn is_instance(&mut self, _: &Object, _: &str) -> bool {
        false
    }
}
