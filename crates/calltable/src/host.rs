//! A request that collects what builtins report, throw and print.

use runtime::heap::Oom;
use runtime::message::{Message, Severity};
use runtime::native::{Host, State};
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

    fn is_instance(&mut self, _: &Object, _: &str) -> bool {
        false
    }
}
