//! A body that a script has read itself: `request_parse_body()`.

use std::rc::Rc;

use runtime::array::Array;
use vm::request::{ReadAs, Request};

use super::variables::Variables;
use super::{FORM, MULTIPART, Web, limits, multipart, number, take_files};

/// What is read, and what it is called.
struct Asked {
    content_type: Vec<u8>,
    /// The same without what follows a semicolon, in lower case.
    kind: Vec<u8>,
    body: Vec<u8>,
    announced: usize,
}

/// Lets scripts read the body, where it has a type.
pub fn offer(request: &mut Request, web: &Web) {
    let content_type = web.variable(b"CONTENT_TYPE").to_vec();
    if content_type.is_empty() {
        return;
    }
    let (kind, body, announced) = (web.content_type(), web.body.clone(), web.announced);
    let asked = Asked { content_type, kind, body, announced };
    request.read_body = Some(Rc::new(move |request, own| asked.read(request, own)));
}

fn over(what: &str, most: i64) -> ReadAs {
    Ok(Err(format!(
        "{what} exceeded {most}. To increase the limit change max_input_vars in php.ini."
    )))
}

impl Asked {
    fn read(&self, request: &mut Request, own: &[(Box<str>, i64)]) -> ReadAs {
        let limit = |request: &Request, name: &str| {
            let own = own.iter().find(|(known, _)| **known == *name).map(|(_, value)| *value);
            own.unwrap_or_else(|| number(request, name))
        };
        let most = limit(request, "post_max_size");
        if most > 0 && i64::try_from(self.announced).is_ok_and(|bytes| bytes > most) {
            let bytes = self.announced;
            return Ok(Err(format!(
                "POST Content-Length of {bytes} bytes exceeds the limit of {most} bytes"
            )));
        }
        let variables_most = limit(request, "max_input_vars");
        let deepest = number(request, "max_input_nesting_level");
        let bound = |most: i64| usize::try_from(most).unwrap_or(usize::MAX);
        let mut variables = Variables::new((bound(variables_most), bound(deepest)));
        if self.kind == FORM {
            variables.add_query(&self.body)?;
            return match variables.is_over {
                true => over("Input variables", variables_most),
                false => Ok(Ok([variables.into_array(), Array::new()])),
            };
        }
        if self.kind != MULTIPART {
            let shown = String::from_utf8_lossy(&self.content_type);
            return Ok(Err(format!("Content-Type \"{shown}\" is not supported")));
        }
        let mut limits = limits(request);
        limits.files = usize::try_from(limit(request, "max_file_uploads")).unwrap_or(0);
        limits.file_bytes = limit(request, "upload_max_filesize");
        limits.parts = match usize::try_from(limit(request, "max_multipart_body_parts")) {
            Ok(parts) => parts,
            Err(_) => bound(variables_most).saturating_add(limits.files),
        };
        let posted = multipart::read(&self.content_type, &self.body, &limits);
        self.take(request, posted, variables)
    }

    fn take(
        &self,
        request: &mut Request,
        posted: multipart::Posted,
        mut variables: Variables,
    ) -> ReadAs {
        let files = take_files(request, &posted.files, variables.limits())?;
        if let Some(text) = posted.complaint {
            return Ok(Err(text));
        }
        for (name, value) in &posted.values {
            variables.add(name, value)?;
        }
        if variables.is_over {
            let most = i64::try_from(variables.limits().0).unwrap_or(i64::MAX);
            return over("Input variables", most);
        }
        Ok(Ok([variables.into_array(), files]))
    }
}
