//! A date that has been, for demonstrations: files can only publish what lies ahead.

use super::dating::{Dated, like, publish};
use super::settings::Settings;
use crate::{NAME, store};
use anyhow::{Context, bail};
use bus::{Bus, Carrier};
use chrono::{Days, TimeDelta};
use host::Host;
use proto::Localised;
use uuid::Uuid;

/// So long ago it was.
const AGO: u64 = 14;

/// Publishes a date of a series that was held two weeks ago, like its first one to come.
pub async fn hold_one_before(host: &Host, series: &str, slug: &str, title: Localised) -> anyhow::Result<()> {
    let (bus, _loops) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let row = store::series::to_change(&work.tx, series).await?.context("the series is not known")?;
    let dates = store::series::dates(&work.tx, &row).await?;
    let pattern = dates.first().context("the series has no dates")?;
    let settings = Settings { title, ..Settings::of(pattern) };
    let Some(day) = work.now.date_naive().checked_sub_days(Days::new(AGO)) else { bail!("there is no such day") };
    let then = work.now - TimeDelta::days(30);
    match like(pattern, &settings, day, slug.to_owned(), then, Uuid::now_v7) {
        Dated::New(date) => {
            publish(&work, pattern, *date).await?;
            work.commit().await?;
            Ok(())
        }
        Dated::Past | Dated::SkippedHour => bail!("there is no such time"),
    }
}
