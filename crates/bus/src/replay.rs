use crate::store::inbox;
use chrono::{DateTime, Utc};
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
    /// What went wrong, in words. May hold personal data.
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

/// Makes a message that was set aside due once more; false when there is none with this id.
/// The running service finds it at its next look, within a second.
pub async fn replay(db: &Database, id: MessageId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    inbox::replay(&db.write, id.0, now).await
}

/// The messages that a service has set aside as they came, one envelope each.
pub async fn export(db: &Database) -> Result<Vec<String>, DbErr> {
    Ok(inbox::all_set_aside(&db.read).await?.into_iter().map(|row| row.envelope).collect())
}
