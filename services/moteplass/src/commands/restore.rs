use crate::copy::{self, ANSWERS_KEY, Listing};
use crate::print::line;
use chrono::Utc;
use host::Settings;
use std::path::Path;

/// Says whether a copy is whole.
pub async fn check(from: &Path) -> anyhow::Result<()> {
    line(told(&copy::check(from).await?, "is whole"));
    Ok(())
}

/// Puts a copy of a small installation back, and says what is to be done before and after the start.
pub async fn run(settings: &Settings, from: &Path) -> anyhow::Result<()> {
    let listing = copy::put_back(settings, from, Utc::now()).await?;
    line(told(&listing, "was put back"));
    if settings.answers_key.is_none() && !settings.data.join(ANSWERS_KEY).exists() {
        line(format_args!(
            "{ANSWERS_KEY} is in no copy: put yours into {} before the start, or the answers that are sealed with it cannot be read.",
            settings.data.display()
        ));
    }
    line(
        "Letters are held back. `moteplass letters sent LOG` notes which of them the mail server has, by its log; `moteplass letters resume` lets the others go.",
    );
    Ok(())
}

fn told(listing: &Listing, done: &str) -> String {
    let services: Vec<&str> = listing.services().collect();
    let at = listing.taken_at.format("%Y-%m-%d %H:%M:%S UTC");
    format!("The copy of {at}, of {}, {done}.", services.join(", "))
}
