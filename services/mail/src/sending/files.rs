//! Letters as files, for installations without a mail server.

use std::io;
use std::path::{Path, PathBuf};

use crate::fate::Attempt;
use crate::taking::InHand;

/// The folder.
#[derive(Clone, Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// Writes a letter, whole or not at all. The name is the letter's own, so writing it again changes nothing.
    pub(super) async fn keep(&self, letter: &InHand) -> Attempt {
        let name =
            format!("{}-{}-{}.eml", letter.due.format("%Y%m%dT%H%M%S%6fZ"), letter.purpose.word(), letter.letter);
        match write(&self.0, &name, &letter.bytes).await {
            Ok(()) => Attempt::Taken,
            Err(error) => Attempt::Unreachable(format!("the folder of letters cannot be written: {error}")),
        }
    }
}

async fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    tokio::fs::create_dir_all(folder).await?;
    let unfinished = folder.join(format!(".{name}.new"));
    let mut file = tokio::fs::File::create(&unfinished).await?;
    tokio::io::AsyncWriteExt::write_all(&mut file, bytes).await?;
    file.sync_all().await?;
    drop(file);
    tokio::fs::rename(&unfinished, folder.join(name)).await
}
