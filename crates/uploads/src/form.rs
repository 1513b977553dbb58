//! Reads a form that carries a file. What is larger than allowed is read past and not kept, so that the answer can say so.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header;
use futures::TryStreamExt;
use host::Error;
use multer::{Constraints, Multipart, SizeLimit};

/// Of everything that is sent: enough to hear out somebody with a file that is far too large.
const MOST: u64 = 64 << 20;
/// Of one text beside the file, and how many there are at most.
const LONGEST_TEXT: usize = 16 << 10;
const MOST_FIELDS: usize = 50;

/// A form with at most one file.
#[derive(Debug, Default)]
pub struct Upload {
    fields: Vec<(String, String)>,
    /// As the sender's machine calls it.
    pub file_name: String,
    /// Of the file; empty when there is none.
    pub content: Vec<u8>,
}

impl Upload {
    /// The first text of this name.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str())
    }

    /// The CSRF token, or the empty text.
    pub fn csrf(&self) -> &str {
        self.get("csrf")
    }
}

/// Keeps one byte more than `largest` of a file that is larger, which is enough to refuse it.
pub async fn read(request: Request, largest: usize) -> Result<Upload, Error> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(kind).map_err(|_no_form| Error::WrongForm)?;
    let stream = Body::into_data_stream(request.into_body()).map_err(std::io::Error::other);
    let limits = Constraints::new().size_limit(SizeLimit::new().whole_stream(MOST));
    let mut parts = Multipart::with_constraints(stream, boundary, limits);
    let mut upload = Upload::default();
    while let Some(mut part) = parts.next_field().await.map_err(|error| refused(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let most = if file.is_some() { largest } else { LONGEST_TEXT };
        let mut content = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|error| refused(&error))? {
            let room = (most + 1).saturating_sub(content.len());
            content.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        match file {
            Some(file) if upload.content.is_empty() => (upload.file_name, upload.content) = (file, content),
            Some(_) => {}
            None if upload.fields.len() < MOST_FIELDS && content.len() <= most => {
                upload.fields.push((name, text::seen(&String::from_utf8_lossy(&content)).into_owned()));
            }
            None => return Err(Error::TooLarge),
        }
    }
    Ok(upload)
}

fn refused(error: &multer::Error) -> Error {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => Error::TooLarge,
        _ => Error::WrongForm,
    }
}
