//! Letters to those who speak.

use proto::{OccurrenceId, SpeakerId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};

use super::{Column, Entity, drop_bytes, withdraw};
use crate::purpose::{Skip, State};
use crate::speaking::Existing;

/// A speaker's letters.
pub(crate) async fn of_speaker(db: &impl ConnectionTrait, speaker: SpeakerId) -> Result<Vec<Existing>, DbErr> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Rule, Column::State, Column::MadeOf])
        .filter(Column::Speaker.eq(speaker.0))
        .into_tuple::<(Uuid, String, State, Option<String>)>()
        .all(db)
        .await?;
    let existing = |(id, rule, state, made_of): (Uuid, String, State, Option<String>)| Existing {
        id,
        rule,
        state,
        made: made_of.is_some(),
    };
    Ok(rows.into_iter().map(existing).collect())
}

/// True when somebody can have received a REQUEST about this occurrence.
pub(crate) async fn speaker_invited(
    db: &impl ConnectionTrait,
    speaker: SpeakerId,
    occurrence: OccurrenceId,
) -> Result<bool, DbErr> {
    let under_way = [State::Leased, State::DotWritten, State::Sent];
    let arrived = Expr::col(Column::State).is_in(under_way).or(Expr::col(Column::DotAt).is_not_null());
    let letters = Entity::find()
        .filter(Column::Speaker.eq(speaker.0))
        .filter(Column::Rule.eq(occurrence.to_string()))
        .filter(Column::Method.eq("REQUEST"))
        .filter(arrived);
    Ok(letters.count(db).await? > 0)
}

/// The Message-ID that the letters to a speaker hang on.
pub(crate) async fn first_to_speaker(db: &impl ConnectionTrait, speaker: SpeakerId) -> Result<Option<String>, DbErr> {
    let first = Entity::find()
        .select_only()
        .column(Column::MessageId)
        .filter(Column::Speaker.eq(speaker.0))
        .filter(Column::MessageId.is_not_null())
        .filter(Column::State.is_in([State::DotWritten, State::Sent]))
        .order_by_asc(Column::PlannedAt)
        .order_by_asc(Column::Id)
        .limit(1);
    Ok(first.into_tuple::<Option<String>>().one(db).await?.flatten())
}

/// Takes everything personal out of a speaker's letters. How many were sent can still be counted. Only those in `last` are left
/// to go out, as they are made, and are taken out of there when they have.
pub(crate) async fn erase_of_speaker(
    db: &impl ConnectionTrait,
    speaker: SpeakerId,
    last: &[Uuid],
) -> Result<(), DbErr> {
    let all = of_speaker(db, speaker).await?.into_iter().map(|letter| letter.id);
    let dropped: Vec<Uuid> = all.filter(|letter| !last.contains(letter)).collect();
    withdraw(db, &dropped, Skip::Erased).await?;
    Entity::update_many()
        .col_expr(Column::Speaker, Expr::value(None::<Uuid>))
        .col_expr(Column::MessageId, Expr::value(None::<String>))
        .col_expr(Column::Trouble, Expr::value(None::<String>))
        .col_expr(Column::Facts, Expr::value(None::<Json>))
        .filter(Column::Speaker.eq(speaker.0))
        .exec(db)
        .await?;
    drop_bytes(db, &dropped).await
}
