//! Requests of the server of `php -S`: a script that routes, and the script that a request names.

use std::io::Write;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use runtime::value::View;
use vm::request::Ending;
use vm::unit::LoadError;

use crate::run::{NotRun, prepare};
use crate::settings::Settings;
use crate::web::{self, Web};

/// What became of a request.
#[derive(Debug)]
pub enum Routed {
    /// A script has answered; the error that ended it, if one did.
    Answered {
        /// PHP's words for it.
        error: Option<String>,
    },
    /// The script that routes leaves it to the server, and the request names no other.
    Declined,
}

/// Runs the script that routes, and unless it answers the script that the request names. When
/// nobody answers, `decline` is called before anything is written to `sink`.
pub fn serve(
    (router, script): (Option<&Path>, Option<&Path>),
    (web, decline): (&Web, Box<dyn Fn()>),
    settings: &Settings,
    sink: Box<dyn Write>,
) -> Result<Routed, NotRun> {
    let mut request = prepare(settings, sink)?;
    let named = script.or(router).map(|path| path.as_os_str().as_bytes()).unwrap_or_default();
    web::define(&mut request, web, named).map_err(|oom| NotRun::Unit(LoadError::Oom(oom)))?;
    let here = std::env::current_dir();
    let mut is_declined = false;
    let ending = request.run_script(|rq| {
        if let Some(router) = router {
            let answer = rq.run_required(router.as_os_str().as_bytes())?;
            if !matches!(answer.view(), View::Bool(false)) {
                return Ok(());
            }
        }
        let Some(script) = script else {
            is_declined = true;
            decline();
            return Ok(());
        };
        if let Some(folder) = script.parent() {
            // Where that is not possible the script runs where the server does.
            let _ = std::env::set_current_dir(folder);
        }
        rq.run_required(script.as_os_str().as_bytes()).map(drop)
    });
    if let Ok(here) = here {
        let _ = std::env::set_current_dir(here);
    }
    if is_declined {
        return Ok(Routed::Declined);
    }
    let error = (ending == Ending::Failed).then(|| request.last_error()).flatten();
    Ok(Routed::Answered { error })
}
