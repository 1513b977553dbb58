use crate::House;
use crate::print::line;
use anyhow::bail;
use chrono::{DateTime, TimeDelta, Utc};
use migrations::SERVICES;
use proto::MessageId;

/// Which messages are meant. Where no place is named, all places are.
#[derive(Clone, Debug, Default)]
pub struct Which {
    /// Those with these ids; none lists them.
    pub ids: Vec<MessageId>,
    /// Everything there is.
    pub all: bool,
    /// Of this service only.
    pub service: Option<String>,
    /// Those that could not be handled.
    pub set_aside: bool,
    /// Those that should have been carried by now.
    pub unsent: bool,
    /// Those that could not be stored, in the broker's parking queues.
    pub parked: bool,
}

/// Lists the messages that did not get through, or has some or all of them tried once more.
pub async fn run(house: &House, which: &Which) -> anyhow::Result<()> {
    let services = services(which.service.as_deref())?;
    let everywhere = !(which.set_aside || which.unsent || which.parked);
    if which.parked && !house.large() {
        bail!("messages are parked at the broker, and none is set");
    }
    let now = house.clock.now();
    let mut tried = 0;
    for service in &services {
        let db = house.host(service).await?.db;
        if which.set_aside || everywhere {
            for found in bus::set_aside(&db).await? {
                if which.includes(found.id) {
                    tried += u64::from(bus::replay(&db, found.id, now).await?);
                } else if which.lists() {
                    let age = age(found.set_aside_at, now);
                    let tries = tries(found.tries);
                    tell(service, "set aside", Some(found.id), &found.name, &format!("{age}, {tries}"), &found.trouble);
                }
            }
        }
        if which.unsent || everywhere {
            for found in bus::unsent(&db, now).await? {
                if which.includes(found.id) {
                    tried += u64::from(bus::carry_now(&db, found.id, now).await?);
                } else if which.lists() {
                    let about = format!("{}, {}", age(found.said_at, now), tries(found.tries));
                    let reason = found.trouble.as_deref().unwrap_or("nobody has tried: is the service running?");
                    tell(service, "unsent", Some(found.id), &found.name, &about, reason);
                }
            }
        }
        db.close().await?;
    }
    // Last, so that a broker that is away hides nothing of what the tables tell.
    if (which.parked || everywhere) && house.large() {
        for service in &services {
            tried += parked(house, which, service, now).await?;
        }
    }
    match (which.lists(), which.ids.len() as u64) {
        (true, _) => {}
        (false, wanted) if tried < wanted => bail!("{tried} tried once more; {} were not found", wanted - tried),
        (false, _) => line(format_args!("{tried} tried once more")),
    }
    Ok(())
}

/// Carries everything once more that was carried since then, after the broker has lost its data.
pub async fn carry_again(house: &House, since: DateTime<Utc>, only: Option<&str>) -> anyhow::Result<()> {
    for service in services(only)? {
        let db = house.host(service).await?.db;
        let count = bus::carry_again(&db, since, house.clock.now()).await?;
        line(format_args!("{service:12}  {count} are carried once more; who heard them before recognises them"));
        db.close().await?;
    }
    Ok(())
}

impl Which {
    fn lists(&self) -> bool {
        !self.all && self.ids.is_empty()
    }

    fn includes(&self, id: MessageId) -> bool {
        self.all || self.ids.contains(&id)
    }
}

async fn parked(house: &House, which: &Which, service: &str, now: DateTime<Utc>) -> anyhow::Result<u64> {
    if !which.lists() {
        let only = (!which.all).then_some(which.ids.as_slice());
        return bus::amqp::replay_parked(&house.settings, service, only).await;
    }
    for found in bus::amqp::parked(&house.settings, service).await? {
        let age = found.parked_at.map_or_else(|| "at an unknown time".to_owned(), |at| age(at, now));
        tell(service, "parked", found.id, "-", &age, &found.reason);
    }
    Ok(0)
}

fn services(only: Option<&str>) -> anyhow::Result<Vec<&'static str>> {
    let services: Vec<_> = SERVICES.into_iter().filter(|service| only.is_none_or(|only| only == *service)).collect();
    if services.is_empty() {
        bail!("no service is called `{}`; there are {}", only.unwrap_or_default(), SERVICES.join(", "));
    }
    Ok(services)
}

fn tell(service: &str, place: &str, id: Option<MessageId>, name: &str, about: &str, reason: &str) {
    let id = id.map_or_else(|| format!("{:36}", "without an id"), |id| id.to_string());
    line(format_args!("{service:12}  {place:9}  {id}  {name}  {about}: {reason}"));
}

fn tries(tries: u32) -> String {
    if tries == 1 { "1 try".to_owned() } else { format!("{tries} tries") }
}

/// How long ago, in the unit that suits.
fn age(then: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let length = (now - then).max(TimeDelta::zero());
    let (count, unit) = match length.num_minutes() {
        0 => (length.num_seconds(), "s"),
        1..120 => (length.num_minutes(), "min"),
        120..2880 => (length.num_hours(), "h"),
        _ => (length.num_days(), "days"),
    };
    format!("{count} {unit} ago")
}

#[cfg(test)]
mod tests {
    use super::age;
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn ages_are_told_in_the_unit_that_suits() {
        let now = DateTime::UNIX_EPOCH;
        for (seconds, told) in [
            (-5, "0 s ago"),
            (59, "59 s ago"),
            (61, "1 min ago"),
            (7_199, "119 min ago"),
            (7_200, "2 h ago"),
            (172_800, "2 days ago"),
        ] {
            assert_eq!(age(now - TimeDelta::seconds(seconds), now), told);
        }
    }
}
