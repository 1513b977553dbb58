//! What people thought of a webinar, in numbers: one row for each webinar, which every answer changes. Who has answered is marked
//! elsewhere, with nothing in common.

use super::webinar;
use crate::evaluation::{AT_ONCE, Answer, Comments, Tally};
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, QuerySelect};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) event: Uuid,
    pub(crate) answers: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) tally: Tally,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) comments: Comments,
    /// What is shown of them: as it was when there were last so many more as are shown at once.
    pub(crate) shown_answers: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) shown_tally: Tally,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) shown_comments: Comments,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds one answer.
pub(crate) async fn add(db: &impl ConnectionTrait, event: Uuid, answer: &Answer) -> Result<(), DbErr> {
    let nothing = Model {
        event,
        answers: 0,
        tally: Tally::default(),
        comments: Comments::default(),
        shown_answers: 0,
        shown_tally: Tally::default(),
        shown_comments: Comments::default(),
    };
    let first = Entity::insert(nothing.into_active_model()).on_conflict_do_nothing_on([Column::Event]);
    first.exec_without_returning(db).await?;
    let row = Entity::find_by_id(event).lock_exclusive().one(db).await?;
    let mut row = row.ok_or_else(|| DbErr::RecordNotFound("an evaluation that was just made".to_owned()))?;
    row.answers += 1;
    row.tally.add(answer);
    row.comments.add(answer);
    if row.answers % AT_ONCE == 0 {
        row.shown_answers = row.answers;
        row.shown_tally.clone_from(&row.tally);
        row.shown_comments.clone_from(&row.comments);
    }
    row.into_active_model().reset_all().update(db).await.map(drop)
}

pub(crate) async fn find(db: &impl ConnectionTrait, event: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(event).one(db).await
}

/// Forgets what was written about an organisation's webinars that were over by then. The numbers stay.
pub(crate) async fn forget_written(
    db: &impl ConnectionTrait,
    organisation: &str,
    then: DateTime<Utc>,
) -> Result<(), DbErr> {
    let nothing = Comments::default();
    Entity::update_many()
        .col_expr(Column::Comments, Expr::value(nothing.clone()))
        .col_expr(Column::ShownComments, Expr::value(nothing.clone()))
        .filter(Column::Event.in_subquery(webinar::ended_by_of(organisation, then)))
        .filter(Column::Comments.ne(nothing))
        .exec(db)
        .await
        .map(drop)
}
