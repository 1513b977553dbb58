//! Letters to people whom organisers invite. The rule begins with the id of the invitation.

use proto::{EventId, InvitationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, QuerySelect};

use super::{Column, Entity, withdraw};
use crate::purpose::{Purpose, Skip};

/// What the letter about an invitation with this revision is told from others by.
pub(crate) fn rule_of_invitation(id: InvitationId, revision: u32) -> String {
    format!("{id}/{revision}")
}

/// The invitation that a letter is about, and its event.
pub(crate) async fn invitation_of(
    db: &impl ConnectionTrait,
    letter: Uuid,
) -> Result<Option<(InvitationId, EventId)>, DbErr> {
    let about = Entity::find_by_id(letter).select_only().columns([Column::Rule, Column::Event]);
    let about = about.filter(Column::Purpose.eq(Purpose::Invitation)).into_tuple::<(String, Option<Uuid>)>();
    let Some((rule, Some(event))) = about.one(db).await? else { return Ok(None) };
    let id = rule.split('/').next().and_then(|id| id.parse().ok());
    Ok(id.map(|id| (id, event.into())))
}

/// Keeps the letters about an invitation from being sent, and deletes what they said. Gives their ids.
pub(crate) async fn stop_invitation(
    db: &impl ConnectionTrait,
    event: EventId,
    id: InvitationId,
    why: Skip,
) -> Result<Vec<Uuid>, DbErr> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Event.eq(event.0))
        .filter(Column::Purpose.eq(Purpose::Invitation))
        .filter(Column::Registration.is_null())
        .filter(Column::Rule.starts_with(id.to_string()))
        .into_tuple()
        .all(db)
        .await?;
    if ids.is_empty() {
        return Ok(ids);
    }
    withdraw(db, &ids, why).await?;
    Entity::update_many()
        .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::MadeOf, Expr::value(None::<String>))
        .col_expr(Column::MessageId, Expr::value(None::<String>))
        .col_expr(Column::Trouble, Expr::value(None::<String>))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::LeaseOwner.is_null())
        .exec(db)
        .await?;
    Ok(ids)
}
