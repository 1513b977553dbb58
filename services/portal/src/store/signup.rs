use super::unsigned;
use crate::availability::Signup;
use proto::registration::SignupChanged;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ExprTrait, Set};
use std::collections::HashMap;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "signup")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    pub revision: i64,
    pub open: bool,
    pub places_left: Option<i64>,
    pub waiting: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn told(self) -> Signup {
        Signup { open: self.open, places_left: self.places_left.map(unsigned), waiting: self.waiting.map(unsigned) }
    }
}

/// What the desk told about these events, by event.
pub async fn of_events(
    db: &impl ConnectionTrait,
    events: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Signup>, DbErr> {
    let rows = Entity::find().filter(Column::Event.is_in(events)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.event, row.told())).collect())
}

/// Keeps what the desk told, unless something newer is known.
pub async fn keep(tx: &impl ConnectionTrait, news: &SignupChanged) -> Result<(), DbErr> {
    let row = ActiveModel {
        event: Set(news.event_id.0),
        revision: Set(i64::try_from(news.revision).unwrap_or(i64::MAX)),
        open: Set(news.open),
        places_left: Set(news.places_left.map(i64::from)),
        waiting: Set(news.waiting.map(i64::from)),
    };
    let newer = Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision)));
    let instead = OnConflict::column(Column::Event)
        .update_columns([Column::Revision, Column::Open, Column::PlacesLeft, Column::Waiting])
        .action_and_where(newer)
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}
