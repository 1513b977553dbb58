use crate::House;
use crate::print::line;
use anyhow::bail;
use migrations::SERVICES;
use uuid::Uuid;

/// Lists what was set aside, or makes some or all of it due once more.
pub async fn run(house: &House, ids: &[Uuid], all: bool, only: Option<&str>) -> anyhow::Result<()> {
    if let Some(only) = only
        && !SERVICES.contains(&only)
    {
        bail!("no service is called `{only}`; there are {}", SERVICES.join(", "));
    }
    let mut replayed = 0;
    for service in SERVICES.into_iter().filter(|service| only.is_none_or(|only| only == *service)) {
        let db = house.host(service).await?.db;
        for message in bus::set_aside(&db).await? {
            if all || ids.contains(&message.id.0) {
                replayed += u64::from(bus::replay(&db, message.id, house.clock.now()).await?);
            } else if ids.is_empty() {
                line(format_args!("{service}  {}  {}  {}", message.id, message.name, message.trouble));
            }
        }
    }
    if all || !ids.is_empty() {
        line(format_args!("{replayed} due once more"));
    }
    if replayed < ids.len() as u64 {
        bail!("{} of them were not set aside", ids.len() as u64 - replayed);
    }
    Ok(())
}
