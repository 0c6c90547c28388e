//! A function of a script, called with text after text in one request: what fuzz targets ask for.

use std::io::Write;

use runtime::native::Host;
use runtime::raise::{OrExit as _, Res};
use runtime::string::Str;
use runtime::value::Value;

use crate::provide::{NotMain, Provider};
use crate::run::{NotRun, prepare, refuse, status};
use crate::settings::Settings;
use crate::source::Source;

/// Calls the function with a text; gives the text that it returns, if it returns one.
pub type Each<'a> = dyn FnMut(&[u8]) -> Res<Option<Vec<u8>>> + 'a;

/// Runs `source`, and has `work` call a function of it. Gives the exit status.
pub fn run(
    (source, function): (&Source, &str),
    settings: &Settings,
    sink: Box<dyn Write>,
    work: impl FnOnce(&mut Each<'_>) -> Res<()>,
) -> Result<i32, NotRun> {
    let mut request = prepare(settings, sink)?;
    let provider = Provider::shared(settings.parse_options(), settings.mode);
    let unit = match provider.main(source) {
        Ok(unit) => Ok(unit),
        Err(NotMain::NotLoaded(error)) => return Err(NotRun::Unit(error)),
        Err(NotMain::Refused(refusal)) => Err(refusal),
    };
    let ending = request.run_script(|rq| {
        match unit {
            Ok(unit) => drop(rq.run_top(unit)?),
            Err(refusal) => return Err(refuse(rq, source, refusal)),
        }
        let name = Value::from(Str::new(function.as_bytes()).or_exit(rq)?);
        let callable = Host::callable(rq, &name);
        let callable = callable.map_err(|text| rq.throw_error("error", &text))?;
        work(&mut |text| {
            let text = Value::from(Str::new(text).or_exit(rq)?);
            let answer = Host::call(rq, &callable, &[text])?;
            Ok(answer.unboxed().as_str().map(|text| text.to_vec()))
        })
    });
    Ok(status(&request, ending))
}
