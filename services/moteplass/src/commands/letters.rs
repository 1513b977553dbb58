use crate::House;
use crate::print::line;
use anyhow::Context;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Holds letters back until they are let go: those that go to many and can wait, or all.
pub async fn hold_back(house: &House, all: bool) -> anyhow::Result<()> {
    mail::hold_back(&house.host("mail").await?.db, house.clock.now(), all).await?;
    line(match all {
        true => {
            "Every letter is held back, receipts and links to sign in with as well. `moteplass letters resume` lets them go."
        }
        false => {
            "Letters that go to many and can wait are held back; receipts go. `moteplass letters resume` lets them go."
        }
    });
    Ok(())
}

/// Lets letters go again. What has become untrue or too late meanwhile is not sent.
pub async fn let_go(house: &House) -> anyhow::Result<()> {
    let held_back = mail::let_go(&house.host("mail").await?).await?;
    line(if held_back { "Letters go again." } else { "Letters were not held back." });
    Ok(())
}

/// Takes the letters that a mail server's log names for sent.
pub async fn sent(house: &House, log: &Path) -> anyhow::Result<()> {
    let read = File::open(log).with_context(|| format!("cannot read {}", log.display()))?;
    let named = mail::note_handed_over(&house.host("mail").await?, BufReader::new(read)).await?;
    line(format_args!("{named} letters are named there. They are not sent again."));
    Ok(())
}
