//! Errors that a script tells: to the log, to a file, or to somebody who gets mail.

use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::{Str, intern};
use runtime::value::Value;

use crate::layer::open::{Wanted, open};
use crate::layer::{io, library};

/// What `message_type` says where an error is told.
mod told_to {
    pub const MAIL: i64 = 1;
    pub const ADDRESS: i64 = 2;
    pub const FILE: i64 = 3;
    pub const SERVER: i64 = 4;
}

pub fn error_log(
    call: &mut Call<'_>,
    message: &Str,
    message_type: i64,
    destination: Option<&Str>,
    additional_headers: Option<&Str>,
) -> Res<bool> {
    let text = |given: Option<&Str>| {
        given.map_or_else(|| intern(b"").into(), |given| given.clone().into())
    };
    match message_type {
        told_to::MAIL => {
            let subject = call.str(b"PHP error_log message")?;
            let mail = [
                text(destination),
                subject.into(),
                message.clone().into(),
                text(additional_headers),
            ];
            library(call, "mail", &mail).map(|sent| conv::to_bool(&sent))
        }
        told_to::ADDRESS => {
            let text = "TCP/IP option is not available for error logging".to_owned();
            Err(call.throw(Message::ValueRefused { text }))
        }
        told_to::FILE => {
            let path = destination.map_or(&b""[..], |path| path);
            let wanted = Wanted {
                path,
                mode: b"a",
                context: None,
                searches: false,
                options: 0,
                reports: true,
            };
            let Some((id, handle)) = open(call, &wanted)? else { return Ok(false) };
            let written = io::write(call, id, message)?;
            io::close(call, id)?;
            io::mark_closed(&handle);
            Ok(written == Some(message.len()))
        }
        _ => {
            let of_server = Value::bool(message_type == told_to::SERVER);
            library(call, "log_", &[message.clone().into(), of_server]).map(|_| true)
        }
    }
}
