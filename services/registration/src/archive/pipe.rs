use super::{About, Part, write};
use axum::body::{Body, Bytes};
use futures::stream;
use std::io::{self, Write};
use tokio::sync::mpsc;

/// What is written at once.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for whoever downloads them.
const AHEAD: usize = 4;

/// The package as the body of an answer: it is made as fast as it is downloaded, and never lies somewhere as a whole.
pub(crate) fn streamed(parts: Vec<Part>, about: About) -> Body {
    let (sender, pieces) = mpsc::channel::<io::Result<Bytes>>(AHEAD);
    tokio::task::spawn_blocking(move || {
        let pipe = io::BufWriter::with_capacity(PIECE, Pipe(sender.clone()));
        if let Err(error) = write(parts, &about, pipe) {
            // Whoever went away is told of nothing; everybody else sees a download that broke off.
            let _ = sender.blocking_send(Err(io::Error::other(error)));
        }
    });
    Body::from_stream(stream::unfold(pieces, |mut pieces| async { pieces.recv().await.map(|piece| (piece, pieces)) }))
}

struct Pipe(mpsc::Sender<io::Result<Bytes>>);

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let gone = |_closed| io::Error::from(io::ErrorKind::BrokenPipe);
        self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes))).map_err(gone)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
