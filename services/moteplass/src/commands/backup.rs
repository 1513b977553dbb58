use crate::copy;
use crate::print::line;
use host::Settings;
use std::path::Path;

/// Copies a small installation, and says where the copy lies.
pub async fn run(settings: &Settings, to: &Path, keep: Option<usize>) -> anyhow::Result<()> {
    line(copy::save(settings, to, keep).await?.display());
    Ok(())
}
