//! What texts of a request mean, without a request: what fuzz targets ask for.

use std::path::PathBuf;

use runtime::array::Array;
use runtime::heap::Oom;

use super::multipart::{self, Limits};
use super::variables::{self, Variables};
use super::{FORM, MULTIPART, Web};

/// How many variables there may be, and how deep their arrays.
pub const VARIABLES: (usize, usize) = (1000, 64);

/// The variables of a query.
pub fn query(text: &[u8]) -> Result<Array, Oom> {
    let mut found = Variables::new(VARIABLES);
    found.add_query(text)?;
    Ok(found.into_array())
}

/// The variables of a header of cookies.
pub fn cookies(header: &[u8]) -> Result<Array, Oom> {
    let mut found = Variables::new(VARIABLES);
    variables::add_cookies(&mut found, header)?;
    Ok(found.into_array())
}

/// What a header of authentication says.
pub fn login(header: &[u8]) -> Vec<(&'static [u8], Vec<u8>)> {
    variables::pairs(header)
}

/// The variables and the files of a body, none of which is kept.
pub fn body(content_type: &[u8], body: &[u8]) -> Result<[Array; 2], Oom> {
    let named = vec![(b"CONTENT_TYPE".to_vec(), content_type.to_vec())];
    let kind = Web { variables: named, ..Web::default() }.content_type();
    let (mut values, mut files) = (Variables::new(VARIABLES), Variables::new(VARIABLES));
    if kind == FORM {
        values.add_query(body)?;
    }
    if kind == MULTIPART {
        let posted = multipart::read(content_type, body, &limits());
        for (name, value) in &posted.values {
            values.add(name, value)?;
        }
        for file in &posted.files {
            file.add_to(&mut files)?;
        }
    }
    Ok([values.into_array(), files.into_array()])
}

fn limits() -> Limits {
    Limits {
        takes_files: true,
        files: 20,
        parts: VARIABLES.0 + 20,
        file_bytes: 100,
        keep: Box::new(|_| Ok(PathBuf::from("kept"))),
    }
}
