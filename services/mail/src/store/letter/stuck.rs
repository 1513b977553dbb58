//! Letters that do not get out, for those who run the installation: how many, since when and why, and not to whom.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromQueryResult, QueryOrder, QuerySelect};

use super::{Column, Entity};
use crate::purpose::{Purpose, State};

#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Stuck {
    pub(crate) purpose: Purpose,
    pub(crate) state: State,
    pub(crate) trouble: Option<String>,
    pub(crate) count: i64,
    pub(crate) since: Option<DateTime<Utc>>,
}

/// What was due since then and is put off, refused or in doubt, alike ones together, at most so many kinds, oldest first.
pub(crate) async fn stuck(db: &impl ConnectionTrait, since: DateTime<Utc>, most: u64) -> Result<Vec<Stuck>, DbErr> {
    let those = Entity::find()
        .select_only()
        .columns([Column::Purpose, Column::State, Column::Trouble])
        .column_as(Column::Id.count(), "count")
        .column_as(Column::Due.min(), "since")
        .filter(Column::State.is_in([State::Deferred, State::Failed, State::Uncertain]))
        .filter(Column::Due.gte(since));
    let alike = those.group_by(Column::Purpose).group_by(Column::State).group_by(Column::Trouble);
    alike.order_by_asc(Column::Due.min()).limit(most).into_model().all(db).await
}
