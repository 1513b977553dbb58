use crate::store::{inbox, outbox};
use chrono::{DateTime, TimeDelta, Utc};
use host::Database;
use proto::MessageId;
use sea_orm::DbErr;

/// A message that waits for a person to look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    pub id: MessageId,
    pub name: String,
    pub arrived_at: DateTime<Utc>,
    pub set_aside_at: DateTime<Utc>,
    pub tries: u32,
    /// What went wrong, in words without personal data.
    pub trouble: String,
}

/// The messages that a service has set aside, oldest first.
pub async fn set_aside(db: &Database) -> Result<Vec<SetAside>, DbErr> {
    let rows = inbox::all_set_aside(&db.read).await?;
    Ok(rows
        .into_iter()
        .map(|row| SetAside {
            id: MessageId(row.id),
            name: row.name,
            arrived_at: row.arrived_at,
            set_aside_at: row.due,
            tries: row.tries.unsigned_abs(),
            trouble: row.trouble.unwrap_or_default(),
        })
        .collect())
}

/// The first messages that a service has set aside, at most so many, oldest first.
pub async fn first_set_aside(db: &Database, most: u64) -> Result<Vec<SetAside>, DbErr> {
    let rows = inbox::first_set_aside(&db.read, most).await?;
    Ok(rows
        .into_iter()
        .map(|row| SetAside {
            id: MessageId(row.id),
            name: row.name,
            arrived_at: row.arrived_at,
            set_aside_at: row.due,
            tries: row.tries.unsigned_abs(),
            trouble: row.trouble.unwrap_or_default(),
        })
        .collect())
}

/// How many messages of each kind a service has set aside, by name.
pub async fn kinds_set_aside(db: &Database) -> Result<Vec<(String, u64)>, DbErr> {
    let kinds = inbox::kinds_set_aside(&db.read).await?;
    Ok(kinds.into_iter().map(|(name, count)| (name, count.unsigned_abs())).collect())
}

/// Makes all messages of a kind that were set aside due once more; tells how many.
pub async fn replay_kind(db: &Database, name: &str, now: DateTime<Utc>) -> Result<u64, DbErr> {
    inbox::replay_kind(&db.write, name, now).await
}

/// Makes a message that was set aside due once more; false when there is none with this id.
/// The running service finds it at its next look, within a second.
pub async fn replay(db: &Database, id: MessageId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    inbox::replay(&db.write, id.0, now).await
}

/// The messages that a service has set aside as they came, one envelope each.
pub async fn export(db: &Database) -> Result<Vec<String>, DbErr> {
    Ok(inbox::all_set_aside(&db.read).await?.into_iter().map(|row| row.envelope).collect())
}

/// A message that was said and should have been carried by now.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsent {
    pub id: MessageId,
    pub name: String,
    pub said_at: DateTime<Utc>,
    pub tries: u32,
    /// What went wrong the last time, in words without personal data; nothing when it was never tried.
    pub trouble: Option<String>,
}

/// What is said is carried at once; after so long somebody may ask why it was not.
const SHOULD_BE_CARRIED: TimeDelta = TimeDelta::minutes(1);

/// The messages of a service that should have been carried by now, oldest first.
pub async fn unsent(db: &Database, now: DateTime<Utc>) -> Result<Vec<Unsent>, DbErr> {
    let rows = outbox::all_unsent(&db.read, now - SHOULD_BE_CARRIED).await?;
    Ok(rows
        .into_iter()
        .map(|row| Unsent {
            id: MessageId(row.id),
            name: row.name,
            said_at: row.said_at,
            tries: row.tries.unsigned_abs(),
            trouble: row.trouble,
        })
        .collect())
}

/// Has an unsent message carried at the next look, instead of when its pause is over; false when there is none with this
/// id.
pub async fn carry_now(db: &Database, id: MessageId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    outbox::carry_now(&db.write, id.0, now).await
}

/// Carries everything once more that was carried since then, after a broker has lost its data. Those who heard it
/// before recognise it. Goes back as far as what was said is kept, seven days. Tells how many.
pub async fn carry_again(db: &Database, since: DateTime<Utc>, now: DateTime<Utc>) -> Result<u64, DbErr> {
    outbox::carry_again(&db.write, since, now).await
}
